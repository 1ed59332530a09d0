package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.chassis.failure.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of an alert's life: what a command leads to, and how each event changes the state. */
public final class AlertLifecycle {
  private AlertLifecycle() {}

  /**
   * Says what a command leads to; changes nothing.
   *
   * @param now the service clock's time
   * @throws Failure if the command cannot be obeyed
   */
  public static List<AlertEvent> decide(AlertState state, AlertCommand command, Instant now) {
    return switch (command) {
      case SubjectJudged judged -> judged(state, judged.verdict(), now);
      case Acknowledge acknowledge -> acknowledge(state, acknowledge);
    };
  }

  /**
   * Applies one event.
   *
   * @throws IllegalStateException if the lifecycle's table has no such step
   */
  public static AlertState evolve(AlertState state, AlertEvent event) {
    AlertState after = apply(state, event);
    Action.of(event).ifPresent(action -> Step.taken(state, action, after));
    return after;
  }

  private static List<AlertEvent> judged(AlertState state, Verdict verdict, Instant now) {
    if (verdict.version() <= state.judgementVersion()) {
      return List.of();
    }
    List<AlertEvent> events = new ArrayList<>();
    events.add(new AlertEvent.Noted(verdict));
    Alert live = state.live();
    if (live == null) {
      raise(state, verdict, now, events);
    } else {
      follow(live, verdict, now, events);
    }
    return events;
  }

  private static void raise(
      AlertState state, Verdict verdict, Instant now, List<AlertEvent> events) {
    Optional<Severity> severity = Severity.of(verdict.overall());
    if (severity.isEmpty()) {
      return;
    }
    String previous = state.alert() == null ? "" : state.alert().alertId();
    String alertId = AlertIds.alert(verdict.subject(), verdict.version());
    events.add(new AlertEvent.Opened(alertId, severity.get(), verdict, previous, now));
    tell(NoticeKind.OPENED, severity.get(), verdict, now, events);
  }

  private static void follow(Alert live, Verdict verdict, Instant now, List<AlertEvent> events) {
    switch (verdict.overall()) {
      case AHEAD, ON_TRACK -> resolve(live, verdict, now, events);
      case SUSPENDED -> {
        if (!live.paused()) {
          events.add(new AlertEvent.Paused());
        }
      }
      case UNKNOWN -> unpause(live, events);
      case AT_RISK -> weigh(live, Severity.WARNING, verdict, now, events);
      case OFF_TRACK -> weigh(live, Severity.CRITICAL, verdict, now, events);
    }
  }

  private static void resolve(Alert live, Verdict verdict, Instant now, List<AlertEvent> events) {
    events.add(new AlertEvent.Resolved(now));
    // Whoever was never told that it was bad need not be told that it is good again.
    if (live.told() != null) {
      events.add(new AlertEvent.MailDue(NoticeKind.RECOVERED, verdict, now));
    }
  }

  private static void unpause(Alert live, List<AlertEvent> events) {
    if (live.paused()) {
      events.add(new AlertEvent.Continued());
    }
  }

  private static void weigh(
      Alert live, Severity severity, Verdict verdict, Instant now, List<AlertEvent> events) {
    unpause(live, events);
    int change = severity.compareTo(live.severity());
    if (change > 0) {
      events.add(new AlertEvent.Escalated());
      tell(NoticeKind.ESCALATED, severity, verdict, now, events);
    } else if (change < 0) {
      events.add(new AlertEvent.Eased());
    } else if (live.told() != null && News.worthTelling(live.told(), verdict, now)) {
      if (tells(verdict, severity)) {
        events.add(new AlertEvent.Updated());
        events.add(new AlertEvent.MailDue(NoticeKind.UPDATED, verdict, now));
      }
    }
  }

  private static void tell(
      NoticeKind kind, Severity severity, Verdict verdict, Instant now, List<AlertEvent> events) {
    if (tells(verdict, severity)) {
      events.add(new AlertEvent.MailDue(kind, verdict, now));
    }
  }

  /** A project at risk shows on the board; its bureau gets a mail once it is off track. */
  private static boolean tells(Verdict verdict, Severity severity) {
    return switch (verdict.subject().kind()) {
      case TARGET -> true;
      case PROJECT -> severity == Severity.CRITICAL;
    };
  }

  private static List<AlertEvent> acknowledge(AlertState state, Acknowledge command) {
    Alert live = state.live();
    if (live == null) {
      throw over();
    }
    Alert.Acknowledgement held = live.acknowledgement();
    boolean repeated =
        live.status() == AlertStatus.ACKNOWLEDGED
            && held != null
            && held.equals(new Alert.Acknowledgement(command.actor(), command.comment()));
    return repeated
        ? List.of()
        : List.of(new AlertEvent.Acknowledged(command.actor(), command.comment()));
  }

  static Failure over() {
    return Failure.notNow("ALERT_RESOLVED", "alert: resolved (expected: open or acknowledged)");
  }

  private static AlertState apply(AlertState state, AlertEvent event) {
    return switch (event) {
      case AlertEvent.Noted noted -> note(state, noted.verdict());
      case AlertEvent.Opened opened -> with(state, open(opened));
      case AlertEvent.Escalated escalated -> {
        Alert alert = live(state);
        yield with(state, alert.stands(AlertStatus.OPEN, Severity.CRITICAL, false));
      }
      case AlertEvent.Eased eased -> {
        Alert alert = live(state);
        yield with(state, alert.stands(alert.status(), Severity.WARNING, false));
      }
      case AlertEvent.Updated updated -> same(state, false);
      case AlertEvent.Paused paused -> same(state, true);
      case AlertEvent.Continued continued -> same(state, false);
      case AlertEvent.Resolved resolved -> with(state, live(state).resolved(resolved.at()));
      case AlertEvent.Acknowledged taken ->
          with(state, live(state).acknowledged(taken.actor(), taken.comment()));
      case AlertEvent.MailDue due -> with(state, tell(latest(state), due));
    };
  }

  private static AlertState note(AlertState state, Verdict verdict) {
    Alert live = state.live();
    Alert alert = live == null ? state.alert() : live.noting(verdict);
    return new AlertState(state.subject(), verdict.version(), alert);
  }

  private static Alert open(AlertEvent.Opened opened) {
    Verdict verdict = opened.verdict();
    return new Alert(
        opened.alertId(),
        verdict.subject(),
        verdict.name(),
        verdict.leadBureauId(),
        AlertStatus.OPEN,
        opened.severity(),
        false,
        opened.at(),
        null,
        verdict.sentence(),
        verdict.simulated(),
        opened.previousAlertId(),
        1,
        null,
        null);
  }

  private static Alert tell(Alert alert, AlertEvent.MailDue due) {
    Told before = alert.told();
    String first = before == null ? alert.transitionId() : before.firstTransitionId();
    return alert.telling(News.told(due.verdict(), alert.severity(), first, due.at()));
  }

  private static AlertState same(AlertState state, boolean paused) {
    Alert alert = live(state);
    return with(state, alert.stands(alert.status(), alert.severity(), paused));
  }

  private static AlertState with(AlertState state, Alert alert) {
    return new AlertState(state.subject(), state.judgementVersion(), alert);
  }

  private static Alert live(AlertState state) {
    Alert live = state.live();
    if (live == null) {
      throw new IllegalStateException("no live alert of " + state.subject());
    }
    return live;
  }

  private static Alert latest(AlertState state) {
    if (state.alert() == null) {
      throw new IllegalStateException("no alert of " + state.subject());
    }
    return state.alert();
  }
}
