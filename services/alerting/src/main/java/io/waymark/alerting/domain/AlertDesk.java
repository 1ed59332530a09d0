package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.chassis.failure.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    store.save(work.changes(store::bureaus, store::threads, writer));
  }

  /**
   * What a batch of hypothetical judgements would lead to: by the same rules as {@link #judged},
   * with nothing saved.
   */
  public AlertStore.Changes preview(AlertReader reader, List<SubjectJudged> batch) {
    Set<SubjectKey> subjects = new LinkedHashSet<>();
    batch.forEach(judged -> subjects.add(judged.verdict().subject()));
    Work work = new Work(reader.states(subjects), clock.instant());
    batch.forEach(judged -> work.obey(judged.verdict().subject(), judged));
    return work.changes(reader::bureaus, reader::threads, writer);
  }

  /** Keeps bureaus and writes what waited for them. */
  public void bureausChanged(AlertStore store, Collection<Bureau> bureaus) {
    Map<String, Bureau> newer = new HashMap<>();
    store.keepBureaus(bureaus).forEach(bureau -> newer.put(bureau.bureauId(), bureau));
    List<OutgoingMail> mails = new ArrayList<>();
    for (Notice notice : store.takeWaiting(newer.keySet())) {
      Bureau bureau = newer.get(notice.verdict().leadBureauId());
      if (bureau != null) {
        mails.addAll(writer.write(mailing(notice, bureau, store.threads(alert(notice)), mails)));
      }
    }
    store.save(new AlertStore.Changes(List.of(), List.of(), mails, List.of()));
  }

  /**
   * Lets someone take an alert.
   *
   * @param anyBureau whether the actor may act for every bureau
   * @throws Failure if the alert is another bureau's (which is said whether or not it exists),
   *     unknown, or over
   */
  public Alert acknowledge(
      AlertStore store, String alertId, Actor actor, boolean anyBureau, String comment) {
    Optional<SubjectKey> subject = store.lockAlert(alertId);
    if (subject.isEmpty()) {
      throw anyBureau ? Failure.notFound("alert " + alertId) : notYours(alertId, actor);
    }
    Work work = new Work(store.lock(Set.of(subject.get())), clock.instant());
    Alert latest = work.alert(subject.get());
    if (!anyBureau && !latest.leadBureauId().equals(actor.bureauId())) {
      throw notYours(alertId, actor);
    }
    if (!latest.alertId().equals(alertId)) {
      throw AlertLifecycle.over();
    }
    work.obey(subject.get(), new Acknowledge(actor, comment));
    store.save(work.changes(store::bureaus, store::threads, writer));
    return work.alert(subject.get());
  }

  private static List<String> alert(Notice notice) {
    return List.of(notice.alert().alertId());
  }

  /** Mails stay together with the first one about the alert, which may be of the same work. */
  private static Mailing mailing(
      Notice notice,
      Bureau bureau,
      Map<String, Map<String, String>> threads,
      List<OutgoingMail> earlier) {
    String alertId = notice.alert().alertId();
    Map<String, String> first = new HashMap<>();
    earlier.stream()
        .filter(mail -> mail.alertIds().contains(alertId))
        .forEach(mail -> first.putIfAbsent(mail.recipient(), mail.messageId()));
    first.putAll(threads.getOrDefault(alertId, Map.of()));
    return Mailing.of(notice, bureau, first);
  }

  private static Failure notYours(String alertId, Actor actor) {
    return Failure.notYours(
        "ALERT_NOT_YOURS", "alert " + alertId + " is not one of bureau " + actor.bureauId());
  }

  /** States, transitions and notices of one transaction while it is worked on. */
  private static final class Work {
    private final Map<SubjectKey, AlertState> states;
    private final Instant now;
    private final Set<SubjectKey> touched = new LinkedHashSet<>();
    private final List<Move> moves = new ArrayList<>();
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
      Action.of(event)
          .ifPresent(action -> moves.add(new Move(after, transition(after, action, command))));
      if (event instanceof AlertEvent.MailDue due && command instanceof SubjectJudged judged) {
        Told told = before == null ? null : before.told();
        notices.add(
            new Notice(
                due.kind(), after, due.verdict(), told, now, judged.eventAt(), judged.arrivedAt()));
      }
    }

    private Transition transition(Alert after, Action action, AlertCommand command) {
      return switch (command) {
        case SubjectJudged judged ->
            step(after, action, null, judged.eventId(), judged.verdict().judgementId(), "");
        case Acknowledge taken -> step(after, action, taken.actor(), "", "", taken.comment());
      };
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
          comment);
    }

    AlertStore.Changes changes(
        Function<Collection<String>, Map<String, Bureau>> known,
        Function<Collection<String>, Map<String, Map<String, String>>> threads,
        LetterWriter writer) {
      Set<String> leads = new LinkedHashSet<>();
      notices.forEach(notice -> leads.add(notice.verdict().leadBureauId()));
      Map<String, Bureau> bureaus = leads.isEmpty() ? Map.of() : known.apply(leads);
      Map<String, Map<String, String>> first =
          threads.apply(notices.stream().map(notice -> notice.alert().alertId()).toList());
      List<OutgoingMail> mails = new ArrayList<>();
      List<Notice> waiting = new ArrayList<>();
      for (Notice notice : notices) {
        Bureau bureau = bureaus.get(notice.verdict().leadBureauId());
        if (bureau == null) {
          waiting.add(notice);
        } else {
          mails.addAll(writer.write(mailing(notice, bureau, first, mails)));
        }
      }
      List<AlertState> changed = touched.stream().map(this::state).toList();
      return new AlertStore.Changes(changed, moves, mails, waiting);
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
