package io.waymark.alerting.domain;

import java.util.Locale;
import java.util.Optional;

/** What a transition did; its lower-case name is part of the contract. */
public enum Action {
  OPENED,
  ESCALATED,
  EASED,
  UPDATED,
  PAUSED,
  CONTINUED,
  RESOLVED,
  ACKNOWLEDGED;

  /** The name on the wire, for example "opened". */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of an event, if the event is a transition at all. */
  static Optional<Action> of(AlertEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case AlertEvent.Opened opened -> OPENED;
          case AlertEvent.Escalated escalated -> ESCALATED;
          case AlertEvent.Eased eased -> EASED;
          case AlertEvent.Updated updated -> UPDATED;
          case AlertEvent.Paused paused -> PAUSED;
          case AlertEvent.Continued continued -> CONTINUED;
          case AlertEvent.Resolved resolved -> RESOLVED;
          case AlertEvent.Acknowledged acknowledged -> ACKNOWLEDGED;
          case AlertEvent.Noted noted -> null;
          case AlertEvent.MailDue due -> null;
        });
  }
}
