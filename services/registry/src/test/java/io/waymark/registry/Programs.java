package io.waymark.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that tests may need. */
final class Programs {
  private Programs() {}

  /** Whether a command ends well. */
  static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A Python that has gRPC: the one on the PATH, else Debian's. */
  static Optional<String> pythonWithGrpc() throws InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run(python, "-c", "import grpc, google.protobuf")) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  /** Whether stubs for Python can be made. */
  static boolean generatesPython(String python) throws InterruptedException {
    return run(python, "-c", "import grpc_tools")
        || (run("protoc", "--version") && run("sh", "-c", "command -v grpc_python_plugin"));
  }

  /** The Maven that runs this build, if one does. */
  static Optional<Path> maven() {
    return Stream.ofNullable(System.getProperty("maven.home"))
        .map(home -> Path.of(home, "bin", "mvn"))
        .filter(mvn -> mvn.toFile().canExecute())
        .findFirst();
  }
}
