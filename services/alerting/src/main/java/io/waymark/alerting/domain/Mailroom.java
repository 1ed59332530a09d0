package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts what waits for one bureau into mails: who is told what, in which order. */
final class Mailroom {
  /** A project that explains this many targets heads the mail. */
  static final int HEADS = 3;

  private final Rules rules;
  private final AlertReader reader;
  private final Instant now;
  private final Instant system;

  Mailroom(Rules rules, AlertReader reader, Instant now, Instant system) {
    this.rules = rules;
    this.reader = reader;
    this.now = now;
    this.system = system;
  }

  /**
   * What goes out now, what other channels are told of it, and what is held for somebody's quiet
   * hours. Channels hear a thing once, whoever has chosen to hear it later.
   */
  record Post(List<Mailing> mailings, List<Circular> circulars, List<Pending> held) {}

  Post sort(Bureau bureau, List<Pending> due) {
    List<Pending> items = Folding.fold(due);
    Explaining explaining =
        new Explaining(items.stream().map(item -> item.notice().verdict()).toList(), reader);
    Addresses addresses = new Addresses(bureau, rules.day(now), reader);
    Map<Audiences, List<Pending>> byAudience = new LinkedHashMap<>();
    for (Pending item : items) {
      Notice notice = item.notice();
      boolean explains = notice.kind().firing() && item.rung().isEmpty();
      Optional<Explanation> by = explains ? explaining.of(notice.verdict()) : Optional.empty();
      Pending explained =
          new Pending(notice.explained(by.orElse(null)), item.rung(), item.address(), item.dueAt());
      byAudience
          .computeIfAbsent(audiences(explained), audience -> new ArrayList<>())
          .add(explained);
    }
    List<Mailing> mailings = new ArrayList<>();
    List<Circular> circulars = new ArrayList<>();
    List<Pending> held = new ArrayList<>();
    byAudience.forEach((audience, group) -> {
      Sorted sorted = new Sorted(bureau, addresses, audience, group);
      sorted.mailing(held).ifPresent(mailings::add);
      if (audience.address().isEmpty()) {
        circulars.add(sorted.circular());
      }
    });
    return new Post(mailings, circulars, held);
  }

  /** For whom an item is, by its rung; only for one address if the others have it. */
  private record Audiences(List<Ladder.Audience> to, List<Ladder.Audience> cc, String address) {}

  private Audiences audiences(Pending item) {
    Alert alert = item.notice().alert();
    Dues dues = new Dues(alert, rules);
    Optional<Ladder.Rung> rung = dues.rung(item.rung());
    if (rung.isPresent()) {
      return new Audiences(rung.get().to(), rung.get().cc(), item.address());
    }
    List<Ladder.Audience> cc = new ArrayList<>();
    if (item.notice().kind() != NoticeKind.REMINDER) {
      cc.add(Ladder.Audience.SUPPORTING);
    }
    if (!item.notice().kind().firing() && wentUp(alert)) {
      cc.add(Ladder.Audience.SUPERIOR);
    }
    return new Audiences(List.of(Ladder.Audience.LEAD), cc, item.address());
  }

  /** Whoever heard of the trouble hears that it is over. */
  private boolean wentUp(Alert alert) {
    Dues dues = new Dues(alert, rules);
    return alert.care().climbed().stream()
        .flatMap(id -> dues.rung(id).stream())
        .anyMatch(rung ->
            rung.to().contains(Ladder.Audience.SUPERIOR)
                || rung.cc().contains(Ladder.Audience.SUPERIOR));
  }

  /** One group on its way to a mail. */
  private final class Sorted {
    private final Bureau bureau;
    private final Addresses addresses;
    private final Audiences audience;
    private final List<Pending> group;
    private final Map<String, Integer> explained = new HashMap<>();

    Sorted(Bureau bureau, Addresses addresses, Audiences audience, List<Pending> group) {
      this.bureau = bureau;
      this.addresses = addresses;
      this.audience = audience;
      this.group = group;
      group.stream()
          .map(item -> item.notice().explanation())
          .filter(by -> by != null)
          .forEach(by -> explained.merge(by.alertId(), 1, Integer::sum));
    }

    Optional<Mailing> mailing(List<Pending> held) {
      List<Recipient> recipients = new ArrayList<>();
      for (Recipient recipient : addresses.of(audience.to(), audience.cc(), verdicts())) {
        if (!audience.address().isEmpty() && !audience.address().equals(recipient.address())) {
          continue;
        }
        Preference preference = addresses.preference(recipient.address());
        if (!wanted(preference)) {
          continue;
        }
        Optional<Instant> quiet =
            group.stream().anyMatch(item -> item.notice().kind() == NoticeKind.SUMMONS)
                ? Optional.empty()
                : preference.quietUntil(now, rules.zone());
        if (quiet.isPresent()) {
          group.forEach(item ->
              held.add(new Pending(item.notice(), item.rung(), recipient.address(), quiet.get())));
        } else {
          recipients.add(recipient);
        }
      }
      return recipients.isEmpty() ? Optional.empty() : Optional.of(to(recipients));
    }

    private List<Verdict> verdicts() {
      return group.stream().map(item -> item.notice().verdict()).toList();
    }

    private boolean wanted(Preference preference) {
      return group.stream()
          .map(Pending::notice)
          .anyMatch(notice -> must(notice) || preference.wantsAtOnce(notice.alert().severity()));
    }

    Circular circular() {
      List<Notice> notices = notices();
      return new Circular(bureau, notices, now, caused(notices), arrived(notices));
    }

    private List<Notice> notices() {
      List<Notice> notices =
          new ArrayList<>(group.stream().map(Pending::notice).sorted(order()).toList());
      Text superior = addresses.superior().map(Bureau::name).orElse(Text.NONE);
      for (int i = 0; i < notices.size(); i++) {
        Notice notice = notices.get(i);
        boolean asks = notice.kind().firing() && (i == 0 || notice.explanation() == null);
        if (asks) {
          notices.set(
              i,
              notice.asking(new Dues(notice.alert(), rules).asked(now, superior, bureau.name())));
        }
      }
      return notices;
    }

    private Instant caused(List<Notice> notices) {
      return notices.stream().map(Notice::causeEventAt).min(Instant::compareTo).orElse(now);
    }

    private Instant arrived(List<Notice> notices) {
      return notices.stream().map(Notice::arrivedAt).min(Instant::compareTo).orElse(system);
    }

    private Mailing to(List<Recipient> recipients) {
      List<Notice> notices = notices();
      Notice first = notices.getFirst();
      return new Mailing(
          first.alert().transitionId(),
          Mailing.Kind.IMMEDIATE,
          bureau,
          recipients,
          notices,
          reader
              .threads(List.of(first.alert().alertId()))
              .getOrDefault(first.alert().alertId(), Map.of()),
          null,
          now,
          caused(notices),
          arrived(notices));
    }

    private Comparator<Notice> order() {
      return Comparator.comparing((Notice notice) -> !notice.kind().firing())
          .thenComparingInt(this::rank)
          .thenComparing(notice -> notice.alert().severity(), Comparator.reverseOrder())
          .thenComparing(notice -> !notice.verdict().binding())
          .thenComparing(notice -> notice.alert().subject().kind())
          .thenComparing(notice -> notice.alert().subject().subjectId());
    }

    /** What heads a mail: the ladder, then one project that explains many, then the others. */
    private int rank(Notice notice) {
      if (notice.kind() == NoticeKind.SUMMONS || notice.kind() == NoticeKind.SUPERVISION) {
        return 0;
      }
      if (explained.getOrDefault(notice.alert().alertId(), 0) >= HEADS) {
        return 1;
      }
      Explanation by = notice.explanation();
      return by != null && explained.getOrDefault(by.alertId(), 0) >= HEADS ? 3 : 2;
    }
  }

  /** What nobody can choose to hear later. */
  private static boolean must(Notice notice) {
    return switch (notice.kind()) {
      case SUPERVISION, SUMMONS, RECOVERED -> true;
      case OPENED, ESCALATED ->
          notice.verdict().binding() && notice.alert().severity() == Severity.CRITICAL;
      case UPDATED, REMINDER, SILENT, RESTATED, STANDING -> false;
    };
  }
}
