package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the passing of time leads to. */
final class Passing {
  private final AlertState state;
  private final Instant now;
  private final Rules rules;

  Passing(AlertState state, Instant now, Rules rules) {
    this.state = state;
    this.now = now;
    this.rules = rules;
  }

  List<AlertEvent> decide() {
    List<AlertEvent> events = new Duties(state, now, rules).timeCame();
    if (!events.isEmpty()) {
      return events;
    }
    Alert live = state.live();
    Verdict verdict = state.verdict();
    if (live == null || live.paused() || verdict == null) {
      return events;
    }
    Dues dues = new Dues(live, rules);
    if (came(dues.held())) {
      Following.resolve(live, verdict, now, events);
      Duties.stillOwed(state, now).ifPresent(events::add);
    } else if (came(dues.planMissed())) {
      events.add(new AlertEvent.PlanMissed(now));
      events.add(new AlertEvent.MailDue(NoticeKind.REMINDER, verdict, now));
    } else if (came(dues.lapse())) {
      events.add(new AlertEvent.Lapsed(now));
    } else {
      ask(live, verdict, dues, events);
    }
    return events;
  }

  private void ask(Alert live, Verdict verdict, Dues dues, List<AlertEvent> events) {
    List<Ladder.Rung> due = dues.due(now);
    if (!due.isEmpty()) {
      // After a pause of ours only the highest is told: the others would say less.
      Ladder.Rung highest = due.getLast();
      events.add(new AlertEvent.Climbed(due.stream().map(Ladder.Rung::id).toList(), now));
      events.add(new AlertEvent.MailDue(highest.kind(), verdict, now, highest.id()));
    } else if (came(dues.reminder())) {
      events.add(new AlertEvent.Reminded(now));
      events.add(new AlertEvent.MailDue(NoticeKind.REMINDER, verdict, now));
    } else if (live.told() == null
        && Following.tells(live.subject(), live.care().concern(), live.severity())) {
      // Raised while somebody kept it quiet, and the quiet is over.
      boolean silent = live.care().concern() == Concern.SILENCE;
      events.add(
          new AlertEvent.MailDue(silent ? NoticeKind.SILENT : NoticeKind.OPENED, verdict, now));
    }
  }

  private boolean came(Optional<Instant> due) {
    return due.isPresent() && !due.get().isAfter(now);
  }
}
