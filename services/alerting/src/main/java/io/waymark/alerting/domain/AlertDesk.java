package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in judgements, bureaus and acknowledgements; each call is the work of one transaction. */
public final class AlertDesk {
  private final LetterWriter writer;
  private final Clock clock;

  public AlertDesk(LetterWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /** Follows a batch of judgements, in the order in which they came. */
  public void judged(AlertStore store, List<SubjectJudged> batch) {
    Set<SubjectKey> subjects = new LinkedHashSet<>();
    batch.forEach(judged -> subjects.add(judged.verdict().subject()));
    Work work = new Work(store.lock(subjects), clock.instant());
    batch.forEach(judged -> work.obey(judged.verdict().subject(), judged));
    store.save(work.changes(store, writer));
  }

  /** Keeps bureaus and writes what waited for them. */
  public void bureausChanged(AlertStore store, Collection<Bureau> bureaus) {
    Map<String, Bureau> newer = new HashMap<>();
    store.keepBureaus(bureaus).forEach(bureau -> newer.put(bureau.bureauId(), bureau));
    List<OutgoingMail> mails = new ArrayList<>();
    for (Notice notice : store.takeWaiting(newer.keySet())) {
      Bureau bureau = newer.get(notice.verdict().leadBureauId());
      if (bureau != null) {
        mails.addAll(writer.write(notice, bureau));
      }
    }
    store.save(new AlertStore.Changes(List.of(), List.of(), mails, List.of()));
  }

  /** Lets someone take the subject's alert; whether they may is for the caller to have checked. */
  public Alert acknowledge(AlertStore store, SubjectKey subject, Acknowledge command) {
    Work work = new Work(store.lock(Set.of(subject)), clock.instant());
    work.obey(subject, command);
    store.save(work.changes(store, writer));
    return work.alert(subject);
  }

  /** States, transitions and notices of one transaction while it is worked on. */
  private static final class Work {
    private final Map<SubjectKey, AlertState> states;
    private final Instant now;
    private final Set<SubjectKey> touched = new LinkedHashSet<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Work(Map<SubjectKey, AlertState> held, Instant now) {
      this.states = new HashMap<>(held);
      this.now = now;
    }

    void obey(SubjectKey subject, AlertCommand command) {
      for (AlertEvent event : AlertLifecycle.decide(state(subject), command, now)) {
        AlertState before = state(subject);
        AlertState after = AlertLifecycle.evolve(before, event);
        states.put(subject, after);
        touched.add(subject);
        record(before.alert(), after.alert(), event, command);
      }
    }

    private void record(
        @Nullable Alert before, @Nullable Alert after, AlertEvent event, AlertCommand command) {
      if (after == null) {
        return;
      }
      Action.of(event).ifPresent(action -> transitions.add(transition(after, action, command)));
      if (event instanceof AlertEvent.MailDue due && command instanceof SubjectJudged judged) {
        Told told = before == null ? null : before.told();
        notices.add(
            new Notice(due.kind(), after, due.verdict(), told, now, judged.eventAt()));
      }
    }

    private Transition transition(Alert after, Action action, AlertCommand command) {
      return switch (command) {
        case SubjectJudged judged ->
            new Transition(
                after, action, now, null, judged.eventId(), judged.verdict().judgementId(), "");
        case Acknowledge taken ->
            new Transition(after, action, now, taken.actor(), "", "", taken.comment());
      };
    }

    AlertStore.Changes changes(AlertStore store, LetterWriter writer) {
      Set<String> leads = new LinkedHashSet<>();
      notices.forEach(notice -> leads.add(notice.verdict().leadBureauId()));
      Map<String, Bureau> bureaus = leads.isEmpty() ? Map.of() : store.bureaus(leads);
      List<OutgoingMail> mails = new ArrayList<>();
      List<Notice> waiting = new ArrayList<>();
      for (Notice notice : notices) {
        Bureau bureau = bureaus.get(notice.verdict().leadBureauId());
        if (bureau == null) {
          waiting.add(notice);
        } else {
          mails.addAll(writer.write(notice, bureau));
        }
      }
      List<AlertState> changed = touched.stream().map(this::state).toList();
      return new AlertStore.Changes(changed, transitions, mails, waiting);
    }

    Alert alert(SubjectKey subject) {
      Alert alert = state(subject).alert();
      if (alert == null) {
        throw new IllegalStateException("no alert of " + subject);
      }
      return alert;
    }

    private AlertState state(SubjectKey subject) {
      AlertState state = states.get(subject);
      return state == null ? AlertState.of(subject) : state;
    }
  }
}
