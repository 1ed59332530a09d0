package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.embedded.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final Words words = Words.of(Map.of());
  private final AtomicInteger changes = new AtomicInteger();
  private Home home = new Home(Path.of("unset"));

  @BeforeEach
  void makeHome() {
    home = new Home(folder.resolve("with a space"));
    home.make();
  }

  @AfterEach
  void leaveNothingRunning() {
    new Leftovers(home, silent()).stop();
  }

  @Test
  void aServiceThatIsKilledRunsAgain() {
    Supervised supervised = start(Map.of());
    supervised.awaitReady(PATIENCE);
    supervised.keepAlive();
    long first = supervised.pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    Awaitility.await().atMost(PATIENCE).until(() -> supervised.pid() != first);
    supervised.awaitReady(PATIENCE);
    assertThat(changes).hasValue(1);
    supervised.askToStop();
    supervised.awaitStop();
    assertThat(ProcessHandle.of(supervised.pid())).isEmpty();
    assertThat(changes).hasValue(1);
  }

  @Test
  void aServiceThatEndsAtItsStartIsToldWithTheEndOfItsLog() {
    Supervised supervised = start(Map.of("FAIL", "no key"));
    assertThatThrownBy(() -> supervised.awaitReady(PATIENCE))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("registry service did not start: it ended with code 3.")
        .hasMessageEndingWith("cannot start: no key");
  }

  @Test
  void aServiceThatDoesNotBecomeReadyIsToldWithItsOwnCause() {
    Supervised supervised = start(Map.of("STATUS", "503"));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            Readiness.problem(supervised.service().readiness())
                .filter("503 the database is away"::equals)
                .isPresent());
    assertThatThrownBy(() -> supervised.awaitReady(Duration.ZERO))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("registry service is not ready after 0 s: 503 the database is away.");
  }

  @Test
  void aServiceLeftBehindByAKilledLauncherIsFoundAndStopped() {
    Supervised leftBehind = start(Map.of());
    leftBehind.awaitReady(PATIENCE);
    var said = new ByteArrayOutputStream();
    new Leftovers(home, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), words))
        .stop();
    assertThat(ProcessHandle.of(leftBehind.pid()).map(ProcessHandle::isAlive).orElse(false))
        .isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(
            "HealthyProgram (process "
                + leftBehind.pid()
                + ") was left behind by an earlier run; stopped.");
  }

  private Supervised start(Map<String, String> extra) {
    int port = FreePort.find();
    var environment = new HashMap<>(extra);
    environment.put("PORT", Integer.toString(port));
    // longer than the page of arguments that the system shows
    var classPath =
        List.of(Path.of("target/test-classes").toAbsolutePath(), Path.of("x".repeat(5000)));
    var service =
        new Service(
            "registry",
            "service",
            HealthyProgram.class.getName(),
            classPath,
            64,
            environment,
            URI.create("http://127.0.0.1:" + port + "/health/ready"),
            Map.of("management", port));
    return Supervised.start(service, home, words, changes::incrementAndGet);
  }

  private Progress silent() {
    return new Progress(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), words);
  }
}
