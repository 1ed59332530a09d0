package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.ByHand;
import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertCommand.TimeCame;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in judgements, bureaus and what people do; each call is the work of one transaction. */
public final class AlertDesk {
  private static final int AT_ONCE = 200;

  private final LetterWriter writer;
  private final ChannelWriter channels;
  private final Rules rules;
  private final Clock clock;
  private final InstantSource system;

  /**
   * Creates a desk.
   *
   * @param clock the service clock
   * @param system the system's
   */
  public AlertDesk(LetterWriter writer, Rules rules, Clock clock, InstantSource system) {
    this(writer, ChannelWriter.NONE, rules, clock, system);
  }

  /**
   * Creates a desk that tells other channels as well.
   *
   * @param clock the service clock
   * @param system the system's
   */
  public AlertDesk(
      LetterWriter writer, ChannelWriter channels, Rules rules, Clock clock, InstantSource system) {
    this.writer = writer;
    this.channels = channels;
    this.rules = rules;
    this.clock = clock;
    this.system = system;
  }

  /** What deadlines are counted by. */
  public Rules rules() {
    return rules;
  }

  /** Follows a batch of judgements, in the order in which they came. */
  public void judged(AlertStore store, List<SubjectJudged> batch) {
    Work work = work(store.lock(subjects(batch)), store);
    batch.forEach(judged -> work.obey(judged.verdict().subject(), judged));
    store.save(work.changes());
  }

  /**
   * What a batch of hypothetical judgements would lead to: by the same rules as {@link #judged},
   * with nothing saved.
   */
  public AlertStore.Changes preview(AlertReader reader, List<SubjectJudged> batch) {
    Work work = work(reader.states(subjects(batch)), reader);
    batch.forEach(judged -> work.obey(judged.verdict().subject(), judged));
    AlertStore.Changes changes = work.changes();
    Map<String, List<Pending>> byBureau = new LinkedHashMap<>();
    changes
        .waiting()
        .forEach(
            item -> byBureau.computeIfAbsent(item.bureauId(), id -> new ArrayList<>()).add(item));
    Map<String, Bureau> known = reader.bureaus(byBureau.keySet());
    List<OutgoingMail> mails = new ArrayList<>();
    List<Pending> waiting = new ArrayList<>();
    Mailroom room = new Mailroom(rules, reader, clock.instant(), system.instant());
    byBureau.forEach((id, items) -> {
      Bureau bureau = known.get(id);
      if (bureau == null) {
        waiting.addAll(items);
      } else {
        room.sort(bureau, items).mailings().forEach(mail -> mails.addAll(writer.write(mail)));
      }
    });
    return new AlertStore.Changes(
        changes.states(), changes.moves(), mails, waiting, changes.dues());
  }

  private static Set<SubjectKey> subjects(List<SubjectJudged> batch) {
    Set<SubjectKey> subjects = new LinkedHashSet<>();
    batch.forEach(judged -> subjects.add(judged.verdict().subject()));
    return subjects;
  }

  private Work work(Map<SubjectKey, AlertState> held, AlertReader reader) {
    Instant now = clock.instant();
    return new Work(held, reader.silences(now), rules, now, system.instant());
  }

  /** Restates the records of alerts that a judgement moved which is no longer true of its day. */
  public void restated(AlertStore store, List<JudgementRestated> batch) {
    for (JudgementRestated command : batch) {
      Map<String, SubjectKey> moved = store.movedBy(command.judgementId());
      Work work = work(store.lock(new HashSet<>(moved.values())), store);
      moved.forEach((alertId, subject) -> {
        Alert latest = work.state(subject).alert();
        if (latest != null && latest.alertId().equals(alertId)) {
          work.obey(subject, command);
        } else {
          store.alert(alertId).ifPresent(older -> work.restateOlder(older, command));
        }
      });
      store.save(work.changes());
    }
  }

  /**
   * Keeps which reports subjects owe next; one that was overdue and has come is asked for no more.
   */
  public void dutiesTold(AlertStore store, Map<SubjectKey, List<DutyTold>> told) {
    Work work = work(store.lock(told.keySet()), store);
    told.forEach((subject, commands) -> commands.forEach(duty -> work.obey(subject, duty)));
    store.save(work.changes());
  }

  /** Keeps bureaus; what waited for them goes out with the next round. */
  public void bureausChanged(AlertStore store, Collection<Bureau> bureaus) {
    Instant now = clock.instant();
    for (Bureau bureau : store.keepBureaus(bureaus)) {
      Digests.first(bureau, now, rules)
          .forEach((digest, at) -> store.planDigest(bureau.bureauId(), digest, at));
    }
  }

  /**
   * Does what somebody asks of an alert.
   *
   * @param anyBureau whether the actor may act for every bureau
   * @throws Failure if the alert is another bureau's (which is said whether or not it exists),
   *     unknown, or over
   */
  public Alert obey(AlertStore store, String alertId, ByHand command, boolean anyBureau) {
    Actor actor = command.actor();
    Optional<SubjectKey> subject = store.lockAlert(alertId);
    if (subject.isEmpty()) {
      throw anyBureau ? Failure.notFound("alert", alertId) : notYours(alertId, actor);
    }
    Work work = work(store.lock(Set.of(subject.get())), store);
    Alert latest = work.alert(subject.get());
    if (!anyBureau && !latest.leadBureauId().equals(actor.bureauId())) {
      throw notYours(alertId, actor);
    }
    if (!latest.alertId().equals(alertId)) {
      throw AlertLifecycle.over();
    }
    work.obey(subject.get(), command);
    store.save(work.changes());
    return work.alert(subject.get());
  }

  /** Keeps alerts quiet for a time. */
  public Silence silence(AlertStore store, Silence silence) {
    return silences(store).set(silence);
  }

  /** Ends a silence early: what it kept quiet is looked at at once. */
  public Silence endSilence(AlertStore store, String silenceId, Actor actor, boolean anyBureau) {
    Optional<Silence> held = store.silence(silenceId);
    if (held.isEmpty()) {
      throw Failure.notFound("silence", silenceId);
    }
    if (!anyBureau && !held.get().by().bureauId().equals(actor.bureauId())) {
      throw Failure.notYours(Refused.SILENCE_NOT_YOURS.with(silenceId, actor.bureauId()));
    }
    Silence ended = silences(store).end(held.get(), actor);
    List<SubjectKey> kept =
        store.liveOf(ended.matcher().bureauId()).stream()
            .filter(state -> {
              Alert live = state.live();
              return live != null && ended.matcher().matches(live, live.care().category());
            })
            .map(AlertState::subject)
            .toList();
    Work work = work(store.lock(kept), store);
    kept.forEach(subject -> work.obey(subject, new TimeCame()));
    store.save(work.changes());
    return ended;
  }

  /** How the addresses of a bureau want to be told. */
  public List<Preference> preferences(AlertStore store, String bureauId) {
    Bureau bureau = known(store, bureauId);
    Map<String, Preference> said = store.preferences(bureau.emails());
    return bureau.emails().stream()
        .distinct()
        .map(to -> said.getOrDefault(to, Preference.usual(to)))
        .toList();
  }

  /** Sets how somebody wants to be told; a bureau may for its own addresses. */
  public Preference prefer(
      AlertStore store, Preference preference, Actor actor, boolean anyBureau) {
    if (!anyBureau) {
      Bureau own = store.bureaus(Set.of(actor.bureauId())).get(actor.bureauId());
      if (own == null || !own.emails().contains(preference.address())) {
        throw Failure.notYours(
            Refused.ADDRESS_NOT_YOURS.with(preference.address(), actor.bureauId()));
      }
    }
    store.keepPreference(preference, actor, clock.instant());
    return preference;
  }

  /** What a bureau's digest would say now; empty if nothing stands. */
  public Optional<OutgoingMail> digest(AlertStore store, String bureauId) {
    Bureau bureau = known(store, bureauId);
    return new Digests(rules, store, clock.instant(), system.instant())
        .now(bureau).stream().flatMap(mailing -> writer.write(mailing).stream()).findFirst();
  }

  private static Bureau known(AlertStore store, String bureauId) {
    Bureau bureau = store.bureaus(Set.of(bureauId)).get(bureauId);
    if (bureau == null) {
      throw Failure.notFound("bureau", bureauId);
    }
    return bureau;
  }

  private Silences silences(AlertStore store) {
    return new Silences(store, rules, clock.instant(), system.instant());
  }

  private static Failure notYours(String alertId, Actor actor) {
    return Failure.notYours(Refused.ALERT_NOT_YOURS.with(alertId, actor.bureauId()));
  }

  /**
   * Does what fell due: the ladder's rungs, reminders, ends of acknowledgements and plans, digests,
   * and the warnings before a silence ends.
   *
   * @return how much there was
   */
  public int timeCame(AlertStore store) {
    Instant now = clock.instant();
    List<SubjectKey> due = store.due(now, AT_ONCE);
    if (!due.isEmpty()) {
      Map<SubjectKey, AlertState> held = store.lock(due);
      List<Verdict> verdicts =
          held.values().stream().map(AlertState::verdict).filter(v -> v != null).toList();
      Explaining explaining = new Explaining(verdicts, store);
      Work work = work(held, store);
      Climbing climbing = new Climbing(work, explaining, rules, now);
      due.forEach(climbing::look);
      store.save(climbing.changes());
    }
    Digests digests = new Digests(rules, store, now, system.instant());
    List<Mailing> mailings = new ArrayList<>(digests.due(AT_ONCE));
    mailings.addAll(new Silences(store, rules, now, system.instant()).endings());
    post(store, mailings, List.of(), List.of());
    return due.size() + mailings.size();
  }

  /**
   * Sends what waits for bureaus whose window is over.
   *
   * @return how many bureaus still gather
   */
  public int dispatch(AlertStore store) {
    Instant now = clock.instant();
    Instant at = system.instant();
    int gathering = 0;
    List<Mailing> mailings = new ArrayList<>();
    List<Circular> circulars = new ArrayList<>();
    List<Pending> held = new ArrayList<>();
    Mailroom room = new Mailroom(rules, store, now, at);
    for (AlertStore.Ripening ripening : store.ripening(now)) {
      String id = ripening.bureauId();
      List<Instant> mailed = store.mailedSince(id, now.minus(Window.LOOK_BACK));
      mailed = mailed.stream().filter(then -> !then.isAfter(now)).toList();
      if (!Window.over(ripening, mailed, now, at)) {
        gathering++;
        continue;
      }
      Bureau bureau = store.bureaus(Set.of(id)).get(id);
      if (bureau != null) {
        Mailroom.Post post = room.sort(bureau, store.takePending(id, now));
        mailings.addAll(post.mailings());
        circulars.addAll(post.circulars());
        held.addAll(post.held());
      }
    }
    post(store, mailings, circulars, held);
    return gathering;
  }

  private void post(
      AlertStore store, List<Mailing> mailings, List<Circular> circulars, List<Pending> held) {
    if (mailings.isEmpty() && circulars.isEmpty() && held.isEmpty()) {
      return;
    }
    List<OutgoingMail> mails =
        mailings.stream().flatMap(mailing -> writer.write(mailing).stream()).toList();
    List<ChannelMessage> messages =
        circulars.stream().flatMap(circular -> channels.write(circular).stream()).toList();
    store.save(AlertStore.Changes.post(mails, messages, held));
  }
}
