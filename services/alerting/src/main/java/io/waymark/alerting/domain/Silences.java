package io.waymark.alerting.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Silences: set, ended early, and warned of before they end. */
final class Silences {
  private static final Duration LONGEST = Duration.ofDays(92);

  private final AlertStore store;
  private final Rules rules;
  private final Instant now;
  private final Instant system;

  Silences(AlertStore store, Rules rules, Instant now, Instant system) {
    this.store = store;
    this.rules = rules;
    this.now = now;
    this.system = system;
  }

  Silence set(Silence silence) {
    List<Violation> violations = new ArrayList<>();
    if (silence.reason().isBlank()) {
      violations.add(new Violation("reason", "", Expected.SOME_WORDS.with()));
    }
    if (!silence.until().isAfter(now) || silence.until().isAfter(now.plus(LONGEST))) {
      violations.add(
          new Violation("until", silence.until().toString(), Expected.WITHIN_DAYS.with(92, now)));
    }
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
    Instant warn =
        rules.at(
            rules.ladder(silence.matcher().planId()),
            rules.calendar().plus(rules.day(silence.until()), -1));
    store.keepSilence(silence, warn.isAfter(now) ? warn : null);
    return silence;
  }

  Silence end(Silence silence, Actor actor) {
    if (!silence.holds(now)) {
      throw Failure.notNow(Refused.SILENCE_OVER.with());
    }
    Silence ended =
        new Silence(
            silence.silenceId(),
            silence.matcher(),
            silence.reason(),
            silence.by(),
            silence.from(),
            now,
            actor);
    store.keepSilence(ended, null);
    return ended;
  }

  /** To whoever set it, or else to the bureaus whose alerts it keeps quiet. */
  List<Mailing> endings() {
    List<Mailing> mailings = new ArrayList<>();
    for (Silence silence : store.ending(now)) {
      store.keepSilence(silence, null);
      List<AlertState> kept =
          store.liveOf(silence.matcher().bureauId()).stream()
              .filter(state -> {
                Alert alert = state.live();
                return alert != null && silence.matcher().matches(alert, alert.care().category());
              })
              .toList();
      Bureau own = store.bureaus(Set.of(silence.by().bureauId())).get(silence.by().bureauId());
      if (own != null) {
        mailings.add(mailing(silence, own, kept));
      } else {
        kept.stream()
            .flatMap(state ->
                state.verdict() == null
                    ? Stream.empty()
                    : Stream.of(state.verdict().leadBureauId()))
            .distinct()
            .forEach(id -> {
              Bureau lead = store.bureaus(Set.of(id)).get(id);
              if (lead != null) {
                mailings.add(
                    mailing(
                        silence,
                        lead,
                        kept.stream()
                            .filter(state ->
                                state.live() != null && state.live().leadBureauId().equals(id))
                            .toList()));
              }
            });
      }
    }
    return mailings;
  }

  private Mailing mailing(Silence silence, Bureau bureau, List<AlertState> kept) {
    List<Notice> notices = new ArrayList<>();
    for (AlertState state : kept) {
      Alert alert = state.live();
      Verdict verdict = state.verdict();
      if (alert != null && verdict != null) {
        notices.add(
            new Notice(NoticeKind.STANDING, alert, verdict, alert.told(), now, now, system));
      }
    }
    List<Recipient> recipients =
        bureau.emails().stream()
            .distinct()
            .map(to ->
                new Recipient(
                    to,
                    bureau.bureauId(),
                    "",
                    bureau.language(),
                    Recipient.Role.TO,
                    Recipient.Reason.SILENCER))
            .toList();
    return new Mailing(
        "silence/" + silence.silenceId() + "/" + bureau.bureauId(),
        Mailing.Kind.SILENCE_ENDING,
        bureau,
        recipients,
        notices,
        Map.of(),
        silence,
        now,
        now,
        system);
  }
}
