package io.waymark.alerting.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a port, and counts them. */
final class CountingDoor implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int behind;
  private final AtomicInteger connections = new AtomicInteger();

  CountingDoor(int behind) throws IOException {
    this.behind = behind;
    Thread.ofVirtual().start(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket in = door.accept();
        connections.incrementAndGet();
        Socket out = new Socket(InetAddress.getLoopbackAddress(), behind);
        Thread.ofVirtual().start(() -> pass(in, out));
        Thread.ofVirtual().start(() -> pass(out, in));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      return;
    }
  }
}
