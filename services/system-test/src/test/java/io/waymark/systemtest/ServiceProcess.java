package io.waymark.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.embedded.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One deployable, started from what the build made of it. */
final class ServiceProcess implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final URI readiness;
  private volatile @Nullable Process process;
  private long logBefore;

  final int grpcPort = FreePort.find();
  final int httpPort = FreePort.find();

  ServiceProcess(
      String name,
      Path module,
      String mainClass,
      String readinessPath,
      String heap,
      Map<String, String> env) {
    this.name = name;
    this.log = module.resolve("target/system-test-" + name + ".log");
    this.environment = new HashMap<>(env);
    environment.put("WAYMARK_GRPC_PORT", Integer.toString(grpcPort));
    environment.put("WAYMARK_MANAGEMENT_PORT", Integer.toString(httpPort));
    environment.put("WAYMARK_HTTP_PORT", Integer.toString(httpPort));
    environment.put("WAYMARK_LOG_FORMAT", "text");
    this.readiness = URI.create("http://localhost:" + httpPort + readinessPath);
    this.command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx" + heap,
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            classpath(module),
            mainClass);
  }

  /** The module's own jar and what it needs, as the build wrote it down. */
  static String classpath(Path module) {
    try (var jars = Files.newDirectoryStream(module.resolve("target"), "waymark-*-SNAPSHOT.jar")) {
      Path jar = jars.iterator().next();
      return jar + ":" + Files.readString(module.resolve("target/classpath.txt")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(module + " is not built: run ./waymark test", e);
    }
  }

  void start() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      logBefore = Files.exists(log) ? Files.size(log) : 0;
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    Awaitility.await(name + " is ready; its log is " + log)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          mustRun();
          return isReady();
        });
  }

  /** Fails if the service ended and nobody had ended it: with its exit code and last words. */
  void mustRun() {
    Process running = process;
    if (running != null && !running.isAlive()) {
      throw new AssertionError(
          name
              + ": ended with exit code "
              + running.exitValue()
              + " (expected: running); its last words: "
              + lastWords()
              + "; its log: "
              + log);
    }
  }

  /** Completes when the service ends, by whatever. */
  CompletableFuture<Process> end() {
    Process running = process;
    return running == null ? new CompletableFuture<>() : running.onExit();
  }

  private String lastWords() {
    try (InputStream written = Files.newInputStream(log)) {
      written.skipNBytes(logBefore);
      return new String(written.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("\t")) // no stack
          .reduce("nothing", (before, line) -> line);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** One figure of a service's metrics page. */
  double metric(String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + httpPort + "/metrics")).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  private boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** As kill -9 does: no goodbye, nothing flushed. */
  void kill() {
    end(true);
  }

  @Override
  public void close() {
    end(false);
  }

  private void end(boolean forcibly) {
    Process running = process;
    if (running == null) {
      return;
    }
    process = null;
    if (forcibly) {
      running.destroyForcibly();
    } else {
      running.destroy();
    }
    try {
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
