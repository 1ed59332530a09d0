package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.DutyTold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report that is owed leads to: nothing while there is time; then its bureau is asked, and
 * the ladder for silence climbs until it comes.
 */
final class Duties {
  private final AlertState state;
  private final Instant now;
  private final Rules rules;
  private final List<AlertEvent> events = new ArrayList<>();

  Duties(AlertState state, Instant now, Rules rules) {
    this.state = state;
    this.now = now;
    this.rules = rules;
  }

  /** It was told which report is owed next. */
  List<AlertEvent> told(DutyTold command) {
    Owing held = state.owing();
    if (command.version() <= held.version()) {
      return events;
    }
    OwedReport report = command.report();
    boolean same = report != null && report.equals(held.report());
    Instant lookAt = same ? held.lookAt() : lookAt(report);
    events.add(new AlertEvent.Owes(new Owing(command.version(), report, lookAt)));
    Alert live = state.live();
    Verdict verdict = state.verdict();
    if (live != null && verdict != null && live.care().overdue() != null && !same) {
      events.add(new AlertEvent.ReportCame());
      if (live.care().concern() == Concern.SILENCE && !live.paused() && fine(verdict)) {
        Following.resolve(live, verdict, now, events);
      }
    }
    return events;
  }

  /** Neither does it slip, nor is it silent by its figures' age. */
  private static boolean fine(Verdict verdict) {
    return Concern.of(verdict).isEmpty() && verdict.overall() != Light.SUSPENDED;
  }

  /** At the ladder's hour of the first working day after due day and grace are over. */
  private @Nullable Instant lookAt(@Nullable OwedReport report) {
    return report == null
        ? null
        : rules.at(ladder(), rules.calendar().onOrAfter(report.closes().plusDays(1)));
  }

  /** Time passed: if a report's time is over, its bureau is asked. */
  List<AlertEvent> timeCame() {
    Owing owing = state.owing();
    OwedReport report = owing.report();
    if (report == null || !owing.due(now)) {
      return events;
    }
    Alert live = state.live();
    Verdict verdict = state.verdict();
    if (verdict == null || stands(live, verdict)) {
      // Nobody can be told yet, or the clock stands: the registry says what is owed when it goes
      // on.
      events.add(new AlertEvent.Owes(owing.again(rules.after(ladder(), now, 1))));
      return events;
    }
    events.add(new AlertEvent.Owes(owing.seen()));
    if (live == null) {
      open(report, verdict);
    } else {
      events.add(new AlertEvent.Overdue(report));
    }
    if (live == null || live.care().concern() == Concern.PROGRESS) {
      events.add(new AlertEvent.MailDue(NoticeKind.SILENT, verdict, now));
    }
    return events;
  }

  private static boolean stands(@Nullable Alert live, Verdict verdict) {
    return verdict.overall() == Light.SUSPENDED || (live != null && live.paused());
  }

  private void open(OwedReport report, Verdict verdict) {
    Alert last = state.alert();
    String previous = last == null ? "" : last.alertId();
    events.add(
        new AlertEvent.Opened(
            AlertIds.ofDuty(state.subject(), state.owing().version(), previous),
            Severity.WARNING,
            Concern.SILENCE,
            verdict,
            previous,
            0,
            now,
            report));
  }

  /** What is over for another reason while a report is still owed leaves that to be asked for. */
  static Optional<AlertEvent> stillOwed(AlertState state, Instant now) {
    Alert live = state.live();
    return live == null || live.care().overdue() == null
        ? Optional.empty()
        : Optional.of(new AlertEvent.Owes(state.owing().again(now)));
  }

  private Ladder ladder() {
    return rules.ladder(state.subject().planId());
  }
}
