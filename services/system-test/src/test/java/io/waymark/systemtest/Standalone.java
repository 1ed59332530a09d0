package io.waymark.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * What {@code ./waymark up} starts, on ports of its own, with the sample plan played: everything
 * from the launcher to the mail as a new user has it. The script itself would build; here the build
 * runs already.
 */
final class Standalone implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("waymark.root", "../.."));
  private static final List<String> PORTS =
      List.of(
          "HTTP",
          "GATEWAY_GRPC",
          "REGISTRY",
          "INDICATOR",
          "ALERTING",
          "REGISTRY_MANAGEMENT",
          "INDICATOR_MANAGEMENT",
          "ALERTING_MANAGEMENT",
          "KAFKA",
          "POSTGRES",
          "SMTP");

  private final Path data;
  private final Map<String, String> environment = new HashMap<>();
  private final Process launcher;

  Standalone() {
    try {
      data = Files.createTempDirectory("waymark-standalone-test");
      for (String port : PORTS) {
        environment.put("WAYMARK_" + port + "_PORT", Integer.toString(FreePort.find()));
      }
      launcher = start("up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await("the launcher is ready; its logs are in " + data)
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .failFast("the launcher ended", () -> !launcher.isAlive())
        .until(() -> Files.exists(data.resolve("run/ready")));
  }

  private Process start(String command) throws IOException {
    List<String> words = java("deploy/standalone", "io.waymark.standalone.Launcher");
    words.addAll(List.of(command, "--root", ROOT.toRealPath().toString()));
    words.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(data.resolve(command + ".out").toFile());
    return builder.start();
  }

  private static List<String> java(String module, String main) {
    return new ArrayList<>(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-cp",
            ServiceProcess.classpath(ROOT.resolve(module)),
            main));
  }

  String httpPort() {
    return environment.getOrDefault("WAYMARK_HTTP_PORT", "");
  }

  /** Types {@code ./waymark ARGUMENTS} in English, and returns all that it printed. */
  String waymark(String... arguments) {
    List<String> words = java("services/cli", "io.waymark.cli.Waymark");
    words.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.directory(ROOT.toFile());
      builder.environment().put("WAYMARK_HOME", data.toString());
      builder.environment().put("LANG", "C.UTF-8");
      builder
          .environment()
          .put("WAYMARK_SERVER", Files.readString(data.resolve("run/server")).strip());
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", arguments) + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    start("down").waitFor(2, TimeUnit.MINUTES);
    launcher.destroy();
    launcher.waitFor(1, TimeUnit.MINUTES);
  }
}
