package io.waymark.standalone;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a service's JVM is called: small, and recognisable as one of this data directory. */
final class JavaCommand {
  private JavaCommand() {}

  static List<String> of(Service service, Home home) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx" + service.heapMib() + "m",
            // a JVM out of memory is of no use; a new one starts at once
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            mark(home)));
    command.add("@" + classPathFile(service, home));
    command.add(service.mainClass());
    return command;
  }

  /**
   * The class path goes into a file: the system shows a process's arguments only as far as one
   * page, and {@link #mark} must be seen.
   */
  private static Path classPathFile(Service service, Home home) {
    String classPath =
        service.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    String quoted = classPath.replace("\\", "\\\\").replace("\"", "\\\"");
    Path file = home.run(service.name() + ".classpath");
    Replacement.write(file, "-cp\n\"" + quoted + "\"\n");
    return file;
  }

  /** An argument by which a process left behind is told from another installation's. */
  static String mark(Home home) {
    return "-Dwaymark.home=" + home.root();
  }
}
