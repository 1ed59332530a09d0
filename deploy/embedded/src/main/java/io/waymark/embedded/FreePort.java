package io.waymark.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports of the loopback interface. */
public final class FreePort {
  /** The system may offer a port again that was just found and is not yet listened on. */
  private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** A port that was free a moment ago, another one each time. */
  public static int find() {
    int port = offered();
    while (!FOUND.add(port)) {
      port = offered();
    }
    return port;
  }

  private static int offered() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedException("No free port on the loopback interface", e);
    }
  }

  static int orFound(int port) {
    return port == 0 ? find() : port;
  }
}
