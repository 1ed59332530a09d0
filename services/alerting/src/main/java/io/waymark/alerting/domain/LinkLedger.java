package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which links were used, and what using one does. */
public interface LinkLedger {
  /** When a link was used; empty if it was not. */
  Optional<Instant> used(String linkId);

  /** The alert of a link. */
  Optional<Alert> alert(String alertId);

  /** Does what a link says and notes it, in one transaction; nothing if it was used before. */
  Instant use(Use use);

  /**
   * Using a link.
   *
   * @param linkId names the link
   * @param subjectId the alert; the bureau for {@link LinkAction#UNSUBSCRIBE}
   * @param by for a catch-up plan: when it will be done
   */
  record Use(
      String linkId,
      LinkAction action,
      String subjectId,
      Actor actor,
      String comment,
      @Nullable LocalDate by) {}
}
