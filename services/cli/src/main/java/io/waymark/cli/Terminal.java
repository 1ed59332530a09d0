package io.waymark.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Java does not say about the terminal that it runs in. */
final class Terminal {
  private static final Path SELF = Path.of("/proc/self");

  private Terminal() {}

  /**
   * Whether a stream (1 output, 2 errors) ends at a terminal. Java knows of input and output
   * together only, so Linux is asked first.
   */
  static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(SELF.resolve("fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }

  /**
   * The arguments as they were typed. Under the C locale the JVM replaces every character beyond
   * ASCII before main sees it; Linux still has the bytes.
   */
  static String[] arguments(String[] decoded) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (Charset.forName(encoding).equals(StandardCharsets.UTF_8) || decoded.length == 0) {
      return decoded;
    }
    try {
      byte[] line = Files.readAllBytes(SELF.resolve("cmdline"));
      List<String> typed = split(new String(line, StandardCharsets.UTF_8));
      int first = typed.size() - decoded.length;
      return first < 0 ? decoded : typed.subList(first, typed.size()).toArray(String[]::new);
    } catch (IOException e) {
      return decoded;
    }
  }

  private static List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int end = line.indexOf('\0'); end >= 0; end = line.indexOf('\0', from)) {
      parts.add(line.substring(from, end));
      from = end + 1;
    }
    return parts;
  }
}
