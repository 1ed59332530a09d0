package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets time pass for alerts that are due; one that another explains waits with it. */
final class Climbing {
  private final Work work;
  private final Explaining explaining;
  private final Rules rules;
  private final Instant now;
  private final Map<String, Instant> putOff = new HashMap<>();

  Climbing(Work work, Explaining explaining, Rules rules, Instant now) {
    this.work = work;
    this.explaining = explaining;
    this.rules = rules;
    this.now = now;
  }

  void look(SubjectKey subject) {
    AlertState state = work.state(subject);
    Alert live = state.live();
    Verdict verdict = state.verdict();
    if (live != null
        && verdict != null
        && live.care().recoveringSince() == null
        && live.status() == AlertStatus.OPEN
        && live.told() != null
        && !state.owing().due(now)
        && explaining.of(verdict).isPresent()) {
      Ladder ladder = rules.ladder(subject.planId());
      putOff.put(live.alertId(), rules.after(ladder, now, 1));
    }
    if (live == null || !putOff.containsKey(live.alertId())) {
      work.obey(subject, new AlertCommand.TimeCame());
    } else {
      work.touch(subject);
    }
  }

  AlertStore.Changes changes() {
    AlertStore.Changes changes = work.changes();
    Map<String, Instant> dues = new HashMap<>(changes.dues());
    dues.putAll(putOff);
    return new AlertStore.Changes(
        changes.states(), changes.moves(), changes.mails(), changes.waiting(), dues);
  }
}
