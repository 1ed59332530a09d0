package io.waymark.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The waymark command as a person types it, in English unless it says otherwise. */
final class CommandLine {
  private final City city;

  CommandLine(City city) {
    this.city = city;
  }

  /** How the command ended, and everything that it printed. */
  record Ended(int code, String text) {}

  Ended run(String... arguments) {
    List<String> whole = new ArrayList<>(List.of(arguments));
    add(whole, "--lang", "en");
    add(whole, "--plan", SmallPlan.PLAN);
    add(whole, "--server", "localhost:" + city.gateway.grpcPort);
    return java("Waymark", whole);
  }

  /** What prepares or compares files: a program of the tests of the command's module. */
  Ended program(String name, Path... files) {
    return java(name, Stream.of(files).map(Path::toString).toList());
  }

  private static void add(List<String> arguments, String option, String value) {
    if (!arguments.contains(option)) {
      arguments.addAll(List.of(option, value));
    }
  }

  private Ended java(String mainClass, List<String> arguments) {
    Path module = Path.of(System.getProperty("waymark.root", "../..")).resolve("services/cli");
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(ServiceProcess.classpath(module) + ":" + module.resolve("target/test-classes"));
    command.add("io.waymark.cli." + mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WAYMARK_HOME", city.home.toString());
    try {
      Path printed = Files.createTempFile(city.home, "printed", ".txt");
      Process process = builder.redirectOutput(printed.toFile()).start();
      try {
        city.waitWhileAllRun(process.onExit());
      } finally {
        process.destroyForcibly();
      }
      return new Ended(process.exitValue(), Files.readString(printed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
