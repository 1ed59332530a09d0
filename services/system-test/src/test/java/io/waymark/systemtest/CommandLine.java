package io.waymark.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The waymark command as a person types it, in English. */
final class CommandLine {
  private final City city;

  CommandLine(City city) {
    this.city = city;
  }

  /** How the command ended, and everything that it printed. */
  record Ended(int code, String text) {}

  Ended run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        ServiceProcess.classpath(
            Path.of(System.getProperty("waymark.root", "../..")).resolve("services/cli")));
    command.add("io.waymark.cli.Waymark");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--lang", "en", "--plan", SmallPlan.PLAN));
    command.addAll(List.of("--server", "localhost:" + city.gateway.grpcPort));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WAYMARK_HOME", city.home.toString());
    try {
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Ended(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
