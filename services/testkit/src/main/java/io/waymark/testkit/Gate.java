package io.waymark.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that a test can close and open: while closed, the server is away. */
public final class Gate implements AutoCloseable {
  private final ServerSocket door;
  private final String host;
  private final int port;
  private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  /** Stands before the server of a JDBC address. */
  public Gate(String jdbcUrl) throws IOException {
    URI server = URI.create(jdbcUrl.substring("jdbc:".length()));
    host = server.getHost();
    port = server.getPort();
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::receive);
  }

  /** Stands before a port of this machine. */
  public Gate(int port) throws IOException {
    this("jdbc:tcp://localhost:" + port);
  }

  /** Where the gate is. */
  public int port() {
    return door.getLocalPort();
  }

  /** The JDBC address that leads through the gate. */
  public String through(String jdbcUrl) {
    return jdbcUrl.replace(host + ":" + port, "localhost:" + door.getLocalPort());
  }

  /** Cuts whatever passes. */
  public void shut() {
    open = false;
    passing.forEach(Gate::close);
  }

  /** Lets pass again. */
  public void open() {
    open = true;
  }

  @Override
  public void close() throws IOException {
    shut();
    door.close();
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        if (open) {
          Socket server = new Socket(host, port);
          passing.add(caller);
          passing.add(server);
          Thread.ofVirtual().start(() -> carry(caller, server));
          Thread.ofVirtual().start(() -> carry(server, caller));
        } else {
          caller.close();
        }
      } catch (IOException e) {
        // the gate is being closed, or the server refuses: the caller sees its connection end
      }
    }
  }

  private static void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
