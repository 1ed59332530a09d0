package io.waymark.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What must be so before anything starts; what is not is told in a sentence that says what to do.
 */
final class Preflight {
  private static final long MIB = 1024 * 1024;
  private static final long NEEDED_MIB = 2048;

  private final Words words;

  Preflight(Words words) {
    this.words = words;
  }

  /** The folder can be made and written into, and its disk has room. */
  void checkFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "write", ".probe"));
    } catch (IOException e) {
      throw words.refusal("refused.folder", folder, e);
    }
    checkRoom(folder, folder.toFile().getUsableSpace() / MIB);
  }

  void checkRoom(Path folder, long freeMib) {
    if (freeMib < NEEDED_MIB) {
      throw words.refusal("refused.disk", freeMib, folder);
    }
  }

  /** Every port of ours is free. */
  void checkPorts(Settings settings) {
    for (Map.Entry<Port, Integer> entry : settings.ports().entrySet()) {
      if (settings.isOurs(entry.getKey()) && isTaken(entry.getValue())) {
        throw taken(entry.getKey(), entry.getValue());
      }
    }
  }

  private Refusal taken(Port port, int number) {
    String owner =
        PortOwner.of(number)
            .map(p -> words.get("refused.port.by", p.pid(), p.info().command().orElse("?")))
            .orElse("");
    return words.refusal("refused.port", number, owner, port.setting(), free(number));
  }

  private static int free(int number) {
    for (int other = number + 1000; other <= 65535; other++) {
      if (!isTaken(other)) {
        return other;
      }
    }
    return number;
  }

  private static boolean isTaken(int port) {
    // some systems let both listen, on all addresses and on one
    return isTaken(new InetSocketAddress(port))
        || isTaken(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean isTaken(InetSocketAddress address) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
