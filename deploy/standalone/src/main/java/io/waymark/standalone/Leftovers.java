package io.waymark.standalone;

import io.waymark.embedded.PostgresServer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Services that outlived a killed launcher: they hold the ports, and nobody restarts them. They are
 * known by the data directory in their command line.
 */
final class Leftovers {
  private static final long PATIENCE_SECONDS = 20;

  private final Home home;
  private final Progress progress;

  Leftovers(Home home, Progress progress) {
    this.home = home;
    this.progress = progress;
  }

  void stop() {
    // an ended process has no name any more: it is asked for first
    Map<ProcessHandle, String> found =
        ProcessHandle.allProcesses()
            .filter(this::isOurs)
            .collect(Collectors.toMap(process -> process, Leftovers::mainClass));
    found.keySet().forEach(ProcessHandle::destroy);
    found.forEach(this::await);
    PostgresServer.stopLeftover(home.postgres())
        .ifPresent(pid -> progress.say("leftover", "PostgreSQL", pid));
  }

  private static String mainClass(ProcessHandle process) {
    String[] arguments = process.info().arguments().orElse(new String[] {"java"});
    return arguments[arguments.length - 1];
  }

  private boolean isOurs(ProcessHandle process) {
    return process.pid() != ProcessHandle.current().pid()
        && process
            .info()
            .arguments()
            .map(all -> Arrays.asList(all).contains(JavaCommand.mark(home)))
            .orElse(false);
  }

  private void await(ProcessHandle process, String name) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    }
    progress.say("leftover", name, process.pid());
  }
}
