package io.waymark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The postgres process itself: started directly rather than by pg_ctl, so that it is a child with a
 * known pid.
 */
final class PostgresProcess {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final long POLL_NANOS = Duration.ofMillis(30).toNanos();

  private final Process process;
  private final Path log;

  private PostgresProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static PostgresProcess start(PostgresPrograms programs, Path data, int port) {
    Path log = data.resolve("server.log");
    var arguments =
        List.of(
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on",
            "-c",
            "max_connections=200",
            "-c",
            "timezone=UTC");
    try {
      Process process =
          new ProcessBuilder(programs.call("postgres", arguments))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      return new PostgresProcess(process, log);
    } catch (IOException e) {
      throw new EmbeddedException("PostgreSQL cannot be started: " + e.getMessage(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until a connection is accepted; a server that ends instead is reported with what it
   * wrote.
   */
  void awaitReady(Probe probe) {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        probe.run();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new EmbeddedException("PostgreSQL did not start. It wrote:\n" + tail(), e);
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  /** Fast shutdown: clients are disconnected, everything is written. */
  void stop() {
    if (!process.isAlive()) {
      return;
    }
    interrupt(process.pid());
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * SIGINT, which the JDK cannot send: its SIGTERM would make PostgreSQL wait for every client to
   * leave.
   */
  static void interrupt(long pid) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new EmbeddedException("Cannot signal PostgreSQL " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(nothing readable in " + log + ")";
    }
  }

  /** Tries to connect. */
  interface Probe {
    void run() throws SQLException;
  }
}
