package io.waymark.alerting.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums up, for each bureau, what stands: on working days, Mondays, or the first of a month. */
final class Digests {
  private final Rules rules;
  private final AlertStore store;
  private final Instant now;
  private final Instant system;

  Digests(Rules rules, AlertStore store, Instant now, Instant system) {
    this.rules = rules;
    this.store = store;
    this.now = now;
    this.system = system;
  }

  /** When a bureau that has just become known gets its first ones. */
  static Map<Preference.Digest, Instant> first(Bureau bureau, Instant now, Rules rules) {
    Map<Preference.Digest, Instant> first = new EnumMap<>(Preference.Digest.class);
    for (Preference.Digest digest : Preference.Digest.values()) {
      if (digest != Preference.Digest.NONE) {
        first.put(digest, next(digest, now, rules));
      }
    }
    return first;
  }

  /** The next one after a time: at the usual hour of a working day. */
  static Instant next(Preference.Digest digest, Instant after, Rules rules) {
    Ladder usual = rules.ladder("");
    LocalDate today = rules.day(after);
    LocalDate day =
        switch (digest) {
          case DAILY, NONE -> rules.calendar().plus(today, 1);
          case WEEKLY ->
              rules.calendar().onOrAfter(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
          case MONTHLY ->
              rules.calendar().onOrAfter(today.with(TemporalAdjusters.firstDayOfNextMonth()));
        };
    return rules.at(usual, day);
  }

  /** The one before a time. */
  private Instant last(Preference.Digest digest, Instant before) {
    Ladder usual = rules.ladder("");
    LocalDate day = rules.day(before);
    Instant found = next(digest, rules.at(usual, day), rules);
    while (!found.isBefore(before)) {
      day = day.minusDays(1);
      found = next(digest, rules.at(usual, day), rules);
    }
    return found;
  }

  List<Mailing> due(int atMost) {
    List<Mailing> mailings = new ArrayList<>();
    for (AlertStore.DueDigest due : store.digests(now, atMost)) {
      store.planDigest(due.bureauId(), due.digest(), next(due.digest(), now, rules));
      mailing(due).ifPresent(mailings::add);
    }
    return mailings;
  }

  private Optional<Mailing> mailing(AlertStore.DueDigest due) {
    Bureau bureau = store.bureaus(Set.of(due.bureauId())).get(due.bureauId());
    if (bureau == null) {
      return Optional.empty();
    }
    Addresses addresses = new Addresses(bureau, rules.day(now), store);
    List<Recipient> recipients =
        addresses.of(List.of(Ladder.Audience.LEAD), List.of(), List.of()).stream()
            .filter(to -> addresses.preference(to.address()).digest() == due.digest())
            .toList();
    return recipients.isEmpty()
        ? Optional.empty()
        : mailing(bureau, addresses, recipients, due.digest(), due.at());
  }

  /** The one that would go out now. */
  Optional<Mailing> now(Bureau bureau) {
    Addresses addresses = new Addresses(bureau, rules.day(now), store);
    List<Recipient> recipients = addresses.of(List.of(Ladder.Audience.LEAD), List.of(), List.of());
    return recipients.isEmpty()
        ? Optional.empty()
        : mailing(bureau, addresses, recipients, Preference.Digest.MONTHLY, now);
  }

  private Optional<Mailing> mailing(
      Bureau bureau,
      Addresses addresses,
      List<Recipient> recipients,
      Preference.Digest digest,
      Instant due) {
    Instant since = last(digest, due);
    List<Notice> notices = standing(bureau, addresses, since);
    if (notices.isEmpty()) {
      return Optional.empty();
    }
    notices.addAll(over(bureau, since, notices));
    return Optional.of(
        new Mailing(
            "digest/" + bureau.bureauId() + "/" + digest + "/" + rules.day(due),
            kind(digest),
            bureau,
            recipients,
            notices,
            Map.of(),
            null,
            now,
            now,
            system));
  }

  private List<Notice> standing(Bureau bureau, Addresses addresses, Instant since) {
    List<Silence> silences = store.silences(now);
    List<AlertState> live =
        store.liveOf(bureau.bureauId()).stream().filter(state -> !quiet(state, silences)).toList();
    List<Verdict> verdicts =
        live.stream().map(AlertState::verdict).filter(verdict -> verdict != null).toList();
    Explaining explaining = new Explaining(verdicts, store);
    Text superior = addresses.superior().map(Bureau::name).orElse(Text.NONE);
    List<Notice> notices = new ArrayList<>();
    for (AlertState state : live) {
      Alert alert = state.live();
      Verdict verdict = state.verdict();
      if (alert == null || verdict == null) {
        continue;
      }
      NoticeKind kind = alert.openedAt().isAfter(since) ? NoticeKind.OPENED : NoticeKind.STANDING;
      Notice notice = new Notice(kind, alert, verdict, alert.told(), now, now, system);
      notices.add(
          notice
              .explained(explaining.of(verdict).orElse(null))
              .asking(new Dues(alert, rules).asked(now, superior, bureau.name())));
    }
    notices.sort(
        Comparator.comparing(
                (Notice notice) -> notice.alert().severity(), Comparator.reverseOrder())
            .thenComparing(notice -> !notice.verdict().binding())
            .thenComparing(notice -> notice.alert().openedAt())
            .thenComparing(notice -> notice.alert().alertId()));
    return notices;
  }

  /** What has ended since, unless nobody heard of it, or it has begun again. */
  private List<Notice> over(Bureau bureau, Instant since, List<Notice> standing) {
    Set<SubjectKey> again =
        standing.stream().map(notice -> notice.alert().subject()).collect(Collectors.toSet());
    List<Notice> notices = new ArrayList<>();
    for (AlertState state : store.overSince(bureau.bureauId(), since)) {
      Alert alert = state.alert();
      Verdict verdict = state.verdict();
      if (alert != null && alert.told() != null && verdict != null && again.add(alert.subject())) {
        NoticeKind kind =
            alert.status() == AlertStatus.RESTATED ? NoticeKind.RESTATED : NoticeKind.RECOVERED;
        notices.add(new Notice(kind, alert, verdict, alert.told(), now, now, system));
      }
    }
    return notices;
  }

  private static boolean quiet(AlertState state, List<Silence> silences) {
    Alert live = state.live();
    return live != null
        && silences.stream()
            .anyMatch(silence -> silence.matcher().matches(live, live.care().category()));
  }

  private static Mailing.Kind kind(Preference.Digest digest) {
    return switch (digest) {
      case DAILY, NONE -> Mailing.Kind.DAILY_DIGEST;
      case WEEKLY -> Mailing.Kind.WEEKLY_DIGEST;
      case MONTHLY -> Mailing.Kind.MONTHLY_DIGEST;
    };
  }
}
