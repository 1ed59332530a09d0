package io.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.testkit.Infrastructure.Choice;
import org.junit.jupiter.api.Test;

class InfrastructureTest {
  @Test
  void autoTakesContainersOnlyWhereDockerAnswers() {
    assertThat(Infrastructure.choose("auto", () -> true))
        .isEqualTo(new Choice(true, "a Docker daemon answers"));
    assertThat(Infrastructure.choose("auto", () -> false))
        .isEqualTo(new Choice(false, "no Docker daemon answers"));
  }

  @Test
  void containersThatCannotBeAreAFailureAndNoFallback() {
    assertThatThrownBy(() -> Infrastructure.choose("containers", () -> false))
        .hasMessage(
            "-Dinfra=containers asks for containers, but no Docker daemon answers."
                + " Start Docker, or use -Dinfra=embedded.");
  }

  @Test
  void embeddedDoesNotAskForDocker() {
    assertThat(
            Infrastructure.choose(
                "embedded",
                () -> {
                  throw new AssertionError("asked for Docker");
                }))
        .isEqualTo(new Choice(false, "asked for by -Dinfra=embedded"));
  }

  @Test
  void anUnknownWishNamesTheKnownOnes() {
    assertThatThrownBy(() -> Infrastructure.choose("podman", () -> true))
        .hasMessage("infra: podman (expected: auto, containers or embedded)");
  }
}
