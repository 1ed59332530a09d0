package io.waymark.alerting.mail;

import io.waymark.chassis.health.HealthCheck;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mail server answered when it was last spoken to. While it does not, alerts are
 * recorded all the same.
 */
public final class MailServerHealth implements HealthCheck {
  private final AtomicReference<@Nullable String> cause = new AtomicReference<>();

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public Optional<String> problem() {
    return Optional.ofNullable(cause.get());
  }

  /** Whether an answer tells of trouble that was not known in these words; notes nothing. */
  boolean worsened(Postman.Answer answer) {
    return answer instanceof Postman.Answer.Unreached away && !away.text().equals(cause.get());
  }

  /** Notes an answer; true if the mail server is back after it was away. */
  boolean heard(Postman.Answer answer) {
    if (answer instanceof Postman.Answer.Unreached away) {
      cause.set(away.text());
      return false;
    }
    return cause.getAndSet(null) != null;
  }
}
