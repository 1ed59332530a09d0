package io.waymark.testkit;

import io.waymark.embedded.SmtpSink;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;

/** Where the real parts of this JVM's tests run; each part starts when it is first asked for. */
abstract sealed class Infrastructure implements AutoCloseable
    permits ContainerInfrastructure, EmbeddedInfrastructure {
  static final String SETTING = "infra";

  private final Started<SmtpSink> mail = new Started<>(SmtpSink::startTemporary);

  /** A server's administrator: may make and drop databases. */
  abstract Database postgres();

  abstract String kafkaBootstrap();

  SmtpSink mail() {
    return mail.get();
  }

  /** Takes what {@code -Dinfra} asks for, and says which and why. */
  static Infrastructure chosen() {
    return chosen(
        System.getProperty(SETTING, "auto"),
        () -> DockerClientFactory.instance().isDockerAvailable());
  }

  static Infrastructure chosen(String wish, BooleanSupplier dockerAnswers) {
    return switch (wish) {
      case "embedded" -> embedded("asked for by -Dinfra=embedded");
      case "containers" -> {
        if (!dockerAnswers.getAsBoolean()) {
          throw new IllegalStateException(
              "-Dinfra=containers asks for containers, but no Docker daemon answers."
                  + " Start Docker, or use -Dinfra=embedded.");
        }
        yield containers("asked for by -Dinfra=containers");
      }
      case "auto" ->
          dockerAnswers.getAsBoolean()
              ? containers("a Docker daemon answers")
              : embedded("no Docker daemon answers");
      default ->
          throw new IllegalArgumentException(
              SETTING + ": " + wish + " (expected: auto, containers or embedded)");
    };
  }

  private static Infrastructure containers(String reason) {
    announce("containers", reason);
    return new ContainerInfrastructure();
  }

  private static Infrastructure embedded(String reason) {
    announce("embedded", reason);
    return new EmbeddedInfrastructure();
  }

  private static void announce(String which, String reason) {
    System.out.println("Real parts of these tests: " + which + " (" + reason + ")");
  }

  @Override
  public void close() {
    mail.close();
  }
}
