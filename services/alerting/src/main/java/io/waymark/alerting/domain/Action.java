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
  ACKNOWLEDGED,
  LAPSED,
  PLANNED,
  PLAN_MISSED,
  ASSIGNED,
  COMMENTED,
  REMINDED,
  CLIMBED,
  PROPOSED,
  RESOLVED_BY_HAND,
  RESTATED,
  OVERDUE;

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
          case AlertEvent.Lapsed lapsed -> LAPSED;
          case AlertEvent.Planned planned -> PLANNED;
          case AlertEvent.PlanMissed missed -> PLAN_MISSED;
          case AlertEvent.Assigned assigned -> ASSIGNED;
          case AlertEvent.Commented commented -> COMMENTED;
          case AlertEvent.Reminded reminded -> REMINDED;
          case AlertEvent.Climbed climbed -> CLIMBED;
          case AlertEvent.Proposed proposed -> PROPOSED;
          case AlertEvent.ResolvedByHand resolved -> RESOLVED_BY_HAND;
          case AlertEvent.Restated restated -> RESTATED;
          case AlertEvent.Overdue overdue -> OVERDUE;
          case AlertEvent.Owes owes -> null;
          case AlertEvent.ReportCame came -> null;
          case AlertEvent.Noted noted -> null;
          case AlertEvent.Recovering recovering -> null;
          case AlertEvent.MailDue due -> null;
        });
  }
}
