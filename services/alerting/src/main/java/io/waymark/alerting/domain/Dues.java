package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What falls due for an alert, and when. */
final class Dues {
  private final Alert alert;
  private final Rules rules;
  private final Ladder ladder;
  private final Ladder.Table table;

  Dues(Alert alert, Rules rules) {
    this.alert = alert;
    this.rules = rules;
    this.ladder = rules.ladder(alert.subject().planId());
    this.table = ladder.table(alert);
  }

  /** When to look at an alert again; null while nothing can fall due. */
  static @Nullable Instant next(@Nullable Alert alert, Rules rules) {
    if (alert == null || !alert.status().live() || alert.paused()) {
      return null;
    }
    Dues dues = new Dues(alert, rules);
    return Stream.of(dues.held(), dues.lapse(), dues.planMissed(), dues.nextRung(), dues.reminder())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** When a recovery has held for long enough. */
  Optional<Instant> held() {
    return Optional.ofNullable(alert.care().recoveringSince())
        .map(since -> since.plus(Duration.ofDays(ladder.holdDays())));
  }

  Optional<Instant> lapse() {
    return alert.status() == AlertStatus.ACKNOWLEDGED
        ? Optional.ofNullable(alert.care().takenUntil())
        : Optional.empty();
  }

  /** The plan's day counts in full; people are told on the next day that they work. */
  Optional<Instant> planMissed() {
    Care.CatchUp plan = alert.care().plan();
    return alert.status() == AlertStatus.RECTIFYING && plan != null
        ? Optional.of(rules.at(ladder, rules.calendar().onOrAfter(plan.by().plusDays(1))))
        : Optional.empty();
  }

  /** When the next reminder is due while nobody has taken it. */
  Optional<Instant> reminder() {
    boolean nobody = alert.status() == AlertStatus.OPEN && alert.care().recoveringSince() == null;
    if (!nobody || table.reminders().isEmpty() || alert.told() == null) {
      return Optional.empty();
    }
    Care care = alert.care();
    int gap = table.reminders().get(Math.min(care.reminders(), table.reminders().size() - 1));
    Instant since = latest(care.openSince(), care.askedAt());
    return Optional.of(rules.after(ladder, since, gap));
  }

  private static Instant latest(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private Optional<Instant> nextRung() {
    return open().stream().map(this::due).min(Instant::compareTo);
  }

  /** The rungs that are not taken yet and that nothing stops, lowest first. */
  List<Ladder.Rung> open() {
    if (alert.care().recoveringSince() != null) {
      return List.of();
    }
    return table.rungs().stream()
        .filter(rung -> !alert.care().climbed().contains(rung.id()))
        .filter(rung -> counts(rung.without()))
        .toList();
  }

  private boolean counts(Asked.What without) {
    return switch (without) {
      case ACKNOWLEDGEMENT, REPORT -> alert.status() == AlertStatus.OPEN;
      case PLAN -> alert.status() != AlertStatus.RECTIFYING;
      case RECOVERY -> true;
    };
  }

  Instant due(Ladder.Rung rung) {
    Care care = alert.care();
    Instant since =
        switch (rung.without()) {
          case ACKNOWLEDGEMENT, REPORT -> care.openSince();
          case PLAN -> care.unplannedSince();
          case RECOVERY -> care.raisedSince();
        };
    return rules.after(ladder, since, rung.after());
  }

  /** Rungs that are due, lowest first. */
  List<Ladder.Rung> due(Instant now) {
    return open().stream().filter(rung -> !due(rung).isAfter(now)).toList();
  }

  /** A rung of the ladder, also of a table that the alert has left. */
  Optional<Ladder.Rung> rung(String id) {
    return ladder.tables().values().stream()
        .flatMap(any -> any.rungs().stream())
        .filter(rung -> rung.id().equals(id))
        .findFirst();
  }

  /** What is asked at a time, and what follows otherwise; null if nothing more will. */
  @Nullable Asked asked(Instant now, Text superior, Text lead) {
    List<Ladder.Rung> rungs = new ArrayList<>(open());
    rungs.removeIf(rung -> !due(rung).isAfter(now));
    rungs.sort((one, other) -> due(one).compareTo(due(other)));
    if (rungs.isEmpty() || !alert.status().live() || alert.paused()) {
      return null;
    }
    Ladder.Rung next = rungs.getFirst();
    var by = rules.day(due(next));
    var basis = rules.calendar().basis(by);
    boolean up = next.to().contains(Ladder.Audience.SUPERIOR) && !superior.isEmpty();
    return new Asked(
        next.without(),
        by,
        rules.calendar().between(rules.day(now), by),
        new Text(basis.zh(), basis.en()),
        new Asked.Next(next.kind(), by, up ? superior : lead));
  }
}
