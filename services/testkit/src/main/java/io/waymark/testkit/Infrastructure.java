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

  /** What was chosen, and why. */
  record Choice(boolean containers, String reason) {}

  /** Takes what {@code -Dinfra} asks for, and says which and why. */
  static Infrastructure chosen() {
    Choice choice =
        choose(
            System.getProperty(SETTING, "auto"),
            () -> DockerClientFactory.instance().isDockerAvailable());
    String which = choice.containers() ? "containers" : "embedded";
    System.out.println("Real parts of these tests: " + which + " (" + choice.reason() + ")");
    return choice.containers() ? new ContainerInfrastructure() : new EmbeddedInfrastructure();
  }

  static Choice choose(String wish, BooleanSupplier dockerAnswers) {
    return switch (wish) {
      case "embedded" -> new Choice(false, "asked for by -Dinfra=embedded");
      case "containers" -> {
        if (!dockerAnswers.getAsBoolean()) {
          throw new IllegalStateException(
              "-Dinfra=containers asks for containers, but no Docker daemon answers."
                  + " Start Docker, or use -Dinfra=embedded.");
        }
        yield new Choice(true, "asked for by -Dinfra=containers");
      }
      case "auto" ->
          dockerAnswers.getAsBoolean()
              ? new Choice(true, "a Docker daemon answers")
              : new Choice(false, "no Docker daemon answers");
      default ->
          throw new IllegalArgumentException(
              SETTING + ": " + wish + " (expected: auto, containers or embedded)");
    };
  }

  @Override
  public void close() {
    mail.close();
  }
}
