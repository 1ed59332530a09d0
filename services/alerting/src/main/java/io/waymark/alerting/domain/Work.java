package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.ByHand;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States, transitions and notices of one transaction while it is worked on. */
final class Work {
  private final Map<SubjectKey, AlertState> states;
  private final List<Silence> silences;
  private final Rules rules;
  private final Instant now;
  private final Instant arrived;
  private final Set<SubjectKey> touched = new LinkedHashSet<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<Pending> notices = new ArrayList<>();

  /**
   * Starts with what is held.
   *
   * @param now the service clock's time
   * @param arrived the system's, for what no event brought
   */
  Work(
      Map<SubjectKey, AlertState> held,
      List<Silence> silences,
      Rules rules,
      Instant now,
      Instant arrived) {
    this.states = new HashMap<>(held);
    this.silences = silences;
    this.rules = rules;
    this.now = now;
    this.arrived = arrived;
  }

  void obey(SubjectKey subject, AlertCommand command) {
    AlertState after = obey(state(subject), command);
    states.put(subject, after);
    touched.add(subject);
  }

  /** Nothing happens to a subject, but it is looked at again later. */
  void touch(SubjectKey subject) {
    touched.add(subject);
  }

  /** Restates a record that is not the subject's latest: only the record changes. */
  void restateOlder(Alert older, JudgementRestated command) {
    obey(new AlertState(older.subject(), 0, older, null, Owing.NOTHING), command);
  }

  private AlertState obey(AlertState start, AlertCommand command) {
    AlertState state = start;
    for (AlertEvent event : AlertLifecycle.decide(state, command, now, rules)) {
      if (event instanceof AlertEvent.MailDue due && hushed(state.alert(), due.kind())) {
        continue;
      }
      AlertState before = state;
      state = AlertLifecycle.evolve(before, event);
      record(before.alert(), state.alert(), event, command);
    }
    return state;
  }

  /** A recovery always arrives at whoever was told of the trouble. */
  private boolean hushed(@Nullable Alert alert, NoticeKind kind) {
    return alert != null && kind.firing() && silence(alert) != null;
  }

  private @Nullable Silence silence(Alert alert) {
    return silences.stream()
        .filter(silence -> silence.holds(now))
        .filter(silence -> silence.matcher().matches(alert, alert.care().category()))
        .max((one, other) -> one.until().compareTo(other.until()))
        .orElse(null);
  }

  private void record(
      @Nullable Alert before, @Nullable Alert after, AlertEvent event, AlertCommand command) {
    if (after == null) {
      return;
    }
    Action.of(event)
        .ifPresent(action ->
            moves.add(new Move(after, transition(after, action, event, command).naming(event))));
    if (event instanceof AlertEvent.MailDue due) {
      Told told = before == null ? null : before.told();
      Notice notice =
          new Notice(due.kind(), after, due.verdict(), told, now, happened(command), came(command));
      notices.add(new Pending(notice, due.rung(), "", now));
    }
  }

  private Instant happened(AlertCommand command) {
    return switch (command) {
      case SubjectJudged judged -> judged.eventAt();
      case JudgementRestated restated -> restated.eventAt();
      case AlertCommand.DutyTold duty -> duty.eventAt();
      case ByHand asked -> now;
      case AlertCommand.TimeCame time -> now;
    };
  }

  private Instant came(AlertCommand command) {
    return switch (command) {
      case SubjectJudged judged -> judged.arrivedAt();
      case JudgementRestated restated -> restated.arrivedAt();
      case AlertCommand.DutyTold duty -> duty.arrivedAt();
      case ByHand asked -> arrived;
      case AlertCommand.TimeCame time -> arrived;
    };
  }

  private Transition transition(
      Alert after, Action action, AlertEvent event, AlertCommand command) {
    return switch (command) {
      case SubjectJudged judged ->
          step(after, action, null, judged.eventId(), judged.verdict().judgementId(), "");
      case JudgementRestated restated ->
          step(
              after,
              action,
              null,
              restated.eventId(),
              restated.now().judgementId(),
              restated.cause().zh() + "\n" + restated.cause().en());
      case AlertCommand.DutyTold duty -> step(after, action, null, duty.eventId(), "", "");
      case ByHand asked -> step(after, action, asked.actor(), "", "", asked.comment());
      case AlertCommand.TimeCame time -> step(after, action, null, "", "", rungs(event));
    };
  }

  private static String rungs(AlertEvent event) {
    return event instanceof AlertEvent.Climbed climbed ? String.join(" ", climbed.rungs()) : "";
  }

  private Transition step(
      Alert after,
      Action action,
      @Nullable Actor actor,
      String eventId,
      String judgementId,
      String comment) {
    return new Transition(
        after.alertId(),
        after.version(),
        action,
        after.status(),
        after.severity(),
        now,
        actor,
        eventId,
        judgementId,
        comment,
        null,
        "");
  }

  AlertStore.Changes changes() {
    Map<String, Instant> dues = new HashMap<>();
    List<AlertState> changed = touched.stream().map(this::state).toList();
    for (AlertState state : changed) {
      Alert live = state.live();
      if (live != null && !live.paused()) {
        due(live, dues);
      }
    }
    return new AlertStore.Changes(changed, moves, List.of(), notices, dues);
  }

  /** While it is kept quiet nothing climbs; when the quiet ends it is looked at. */
  private void due(Alert live, Map<String, Instant> dues) {
    Instant next = Dues.next(live, rules);
    Silence silence = silence(live);
    if (silence != null && (next == null || next.isBefore(silence.until()))) {
      dues.put(live.alertId(), silence.until());
    } else if (next != null) {
      dues.put(live.alertId(), next);
    }
  }

  Alert alert(SubjectKey subject) {
    Alert alert = state(subject).alert();
    if (alert == null) {
      throw new IllegalStateException("no alert of " + subject);
    }
    return alert;
  }

  AlertState state(SubjectKey subject) {
    AlertState state = states.get(subject);
    return state == null ? AlertState.of(subject) : state;
  }
}
