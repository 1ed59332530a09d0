package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.ByHand;
import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertCommand.TimeCame;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of an alert's life: what a command leads to, and how each event changes the state. */
public final class AlertLifecycle {
  private AlertLifecycle() {}

  /**
   * Says what a command leads to; changes nothing.
   *
   * @param now the service clock's time
   * @param rules what deadlines are counted by
   * @throws Failure if the command cannot be obeyed
   */
  public static List<AlertEvent> decide(
      AlertState state, AlertCommand command, Instant now, Rules rules) {
    return switch (command) {
      case SubjectJudged judged -> judged(state, judged.verdict(), now, rules);
      case JudgementRestated restated -> restated(state, restated, now);
      case DutyTold duty -> new Duties(state, now, rules).told(duty);
      case ByHand asked -> new Handling(live(state), now, rules).decide(asked, state.verdict());
      case TimeCame came -> new Passing(state, now, rules).decide();
    };
  }

  /**
   * Applies one event.
   *
   * @throws IllegalStateException if the lifecycle's table has no such step
   */
  public static AlertState evolve(AlertState state, AlertEvent event) {
    AlertState after = Evolution.apply(state, event);
    Action.of(event).ifPresent(action -> Step.taken(state, action, after));
    return after;
  }

  private static List<AlertEvent> judged(
      AlertState state, Verdict verdict, Instant now, Rules rules) {
    if (verdict.version() <= state.judgementVersion()) {
      return List.of();
    }
    List<AlertEvent> events = new ArrayList<>();
    events.add(new AlertEvent.Noted(verdict));
    new Following(state, verdict, now, rules, events).decide();
    return events;
  }

  private static List<AlertEvent> restated(
      AlertState state, JudgementRestated command, Instant now) {
    Alert alert = state.alert();
    var severity = Severity.of(command.now().overall());
    if (alert == null || severity.equals(Severity.of(command.before()))) {
      return List.of();
    }
    Care.Restatement held = alert.care().restated();
    if (held != null && held.judgementId().equals(command.now().judgementId())) {
      return List.of();
    }
    List<AlertEvent> events = new ArrayList<>();
    events.add(
        new AlertEvent.Restated(
            new Care.Restatement(
                severity.orElse(null),
                command.now().asOf(),
                command.now().judgementId(),
                command.cause(),
                now)));
    if (alert.told() != null) {
      events.add(new AlertEvent.MailDue(NoticeKind.RESTATED, command.now(), now));
    }
    return events;
  }

  private static Alert live(AlertState state) {
    Alert live = state.live();
    if (live == null) {
      throw over();
    }
    return live;
  }

  static Failure over() {
    return Failure.notNow(Refused.ALERT_RESOLVED.with());
  }
}
