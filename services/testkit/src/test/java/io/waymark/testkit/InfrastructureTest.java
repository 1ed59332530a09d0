package io.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InfrastructureTest {
  @Test
  void autoTakesContainersOnlyWhereDockerAnswers() {
    assertThat(Infrastructure.chosen("auto", () -> true))
        .isInstanceOf(ContainerInfrastructure.class);
    assertThat(Infrastructure.chosen("auto", () -> false))
        .isInstanceOf(EmbeddedInfrastructure.class);
  }

  @Test
  void containersThatCannotBeAreAFailureAndNoFallback() {
    assertThatThrownBy(() -> Infrastructure.chosen("containers", () -> false))
        .hasMessage(
            "-Dinfra=containers asks for containers, but no Docker daemon answers."
                + " Start Docker, or use -Dinfra=embedded.");
  }

  @Test
  void embeddedDoesNotAskForDocker() {
    assertThat(
            Infrastructure.chosen(
                "embedded",
                () -> {
                  throw new AssertionError("asked for Docker");
                }))
        .isInstanceOf(EmbeddedInfrastructure.class);
  }

  @Test
  void anUnknownWishNamesTheKnownOnes() {
    assertThatThrownBy(() -> Infrastructure.chosen("podman", () -> true))
        .hasMessage("infra: podman (expected: auto, containers or embedded)");
  }
}
