package io.waymark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its launcher.
 *
 * <p>When the JVM is killed its PostgreSQL lives on, holds the data folder and the port, and would
 * be adopted by the next start with the old configuration. So it is stopped cleanly first.
 */
final class LeftoverPostgres {
  private static final Logger log = LoggerFactory.getLogger(LeftoverPostgres.class);
  private static final long PATIENCE_SECONDS = 30;

  private LeftoverPostgres() {}

  /**
   * Stops the server that runs on this data folder.
   *
   * @return its pid; empty if there is none
   */
  static OptionalLong stop(Path data) {
    Optional<ProcessHandle> found = find(data);
    found.ifPresent(LeftoverPostgres::stop);
    return found.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty());
  }

  static Optional<ProcessHandle> find(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid).filter(process -> serves(process.info(), data));
    } catch (IOException | RuntimeException e) {
      throw new EmbeddedException("Cannot read " + file + ": " + e, e);
    }
  }

  /**
   * A pid is used again after a restart of the machine: only a postgres on this very folder counts.
   */
  private static boolean serves(ProcessHandle.Info info, Path data) {
    boolean postgres = info.command().map(command -> command.endsWith("postgres")).orElse(false);
    boolean here =
        info.arguments().map(all -> Arrays.asList(all).contains(data.toString())).orElse(true);
    return postgres && here;
  }

  private static void stop(ProcessHandle process) {
    log.warn("PostgreSQL {} was left behind by an earlier run; stopping it", process.pid());
    PostgresProcess.interrupt(process.pid());
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("Interrupted while PostgreSQL stops", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new EmbeddedException(
          "PostgreSQL "
              + process.pid()
              + ", left behind by an earlier run, does not stop within "
              + PATIENCE_SECONDS
              + " seconds; end it with: kill -QUIT "
              + process.pid(),
          e);
    }
  }
}
