package io.waymark.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running service: its process and its log. */
final class ServiceProcess {
  private static final long LARGE_LOG = 20_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path log;
  private final Instant started = Instant.now();

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ServiceProcess start(Service service, Home home) {
    Path log = home.log(service.name());
    try {
      if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
        Files.move(log, home.log(service.name() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      var builder = new ProcessBuilder(JavaCommand.of(service, home));
      builder.environment().clear();
      builder.environment().putAll(service.environment());
      Process process =
          builder
              .directory(home.root().toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ServiceProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(service.name() + " cannot be started", e);
    }
  }

  Process process() {
    return process;
  }

  Duration age() {
    return Duration.between(started, Instant.now());
  }

  void askToStop() {
    process.destroy();
  }

  /** Waits until it has stopped; kills it if that takes too long. */
  void awaitStop() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  Path log() {
    return log;
  }

  /** The last lines that it wrote. */
  String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
