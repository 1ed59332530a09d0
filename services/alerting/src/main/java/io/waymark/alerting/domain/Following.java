package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new verdict leads to. */
final class Following {
  private final AlertState state;
  private final Verdict verdict;
  private final Instant now;
  private final Rules rules;
  private final List<AlertEvent> events;

  Following(AlertState state, Verdict verdict, Instant now, Rules rules, List<AlertEvent> events) {
    this.state = state;
    this.verdict = verdict;
    this.now = now;
    this.rules = rules;
    this.events = events;
  }

  void decide() {
    Alert live = state.live();
    if (live == null) {
      raise();
    } else {
      follow(live);
    }
  }

  private void raise() {
    Optional<Concern> concern = Concern.of(verdict);
    if (concern.isEmpty()) {
      return;
    }
    Severity severity = Severity.of(verdict.overall()).orElse(Severity.WARNING);
    Alert last = state.alert();
    // Whoever ended it by hand knew that it was bad; only worse is news.
    if (last != null && last.care().byHand() && severity.compareTo(last.severity()) <= 0) {
      return;
    }
    events.add(
        new AlertEvent.Opened(
            AlertIds.alert(verdict.subject(), verdict.version()),
            severity,
            concern.get(),
            verdict,
            last == null ? "" : last.alertId(),
            relapses(last),
            now,
            null));
    NoticeKind kind = concern.get() == Concern.SILENCE ? NoticeKind.SILENT : NoticeKind.OPENED;
    if (tells(verdict.subject(), concern.get(), severity)) {
      events.add(new AlertEvent.MailDue(kind, verdict, now));
    }
  }

  private int relapses(@Nullable Alert last) {
    if (last == null || last.resolvedAt() == null) {
      return 0;
    }
    Duration quiet = Duration.ofDays(rules.ladder(verdict.subject().planId()).quietDays());
    return last.resolvedAt().plus(quiet).isAfter(now) ? last.care().relapses() + 1 : 0;
  }

  private void follow(Alert live) {
    switch (verdict.overall()) {
      case AHEAD, ON_TRACK -> recover(live);
      case SUSPENDED -> {
        if (!live.paused()) {
          events.add(new AlertEvent.Paused(now));
        }
      }
      case UNKNOWN -> unpause(live);
      case AT_RISK -> weigh(live, Severity.WARNING);
      case OFF_TRACK -> weigh(live, Severity.CRITICAL);
    }
  }

  /** After a relapse, good news must hold before it is believed: a value that flaps is no news. */
  private void recover(Alert live) {
    if (live.care().concern() == Concern.SILENCE && live.care().overdue() != null) {
      return; // good as far as anybody knows; the report is still owed
    }
    if (live.care().relapses() > 0 && !live.paused()) {
      Optional<Instant> held = new Dues(live, rules).held();
      if (held.isEmpty()) {
        events.add(new AlertEvent.Recovering(now));
        return;
      }
      if (held.get().isAfter(now)) {
        return;
      }
    }
    resolve(live, verdict, now, events);
    Duties.stillOwed(state, now).ifPresent(events::add);
  }

  static void resolve(Alert live, Verdict verdict, Instant now, List<AlertEvent> events) {
    events.add(new AlertEvent.Resolved(now));
    // Whoever was never told that it was bad need not be told that it is good again.
    if (live.told() != null) {
      events.add(new AlertEvent.MailDue(NoticeKind.RECOVERED, verdict, now));
    }
  }

  private void unpause(Alert live) {
    if (live.paused()) {
      events.add(new AlertEvent.Continued(now));
    }
  }

  private void weigh(Alert live, Severity severity) {
    unpause(live);
    if (live.care().recoveringSince() != null) {
      events.add(new AlertEvent.Recovering(null));
    }
    int change = severity.compareTo(live.severity());
    if (change > 0) {
      events.add(new AlertEvent.Escalated(now));
      tellOfGravity(live, severity);
    } else if (change < 0) {
      events.add(new AlertEvent.Eased());
    } else {
      tellNews(live, severity);
    }
  }

  /** A light that went back and forth is told again only if it got worse than the mail said. */
  private void tellOfGravity(Alert live, Severity severity) {
    Told told = live.told();
    if (!tells(live, severity)) {
      return;
    }
    if (told == null || told.severity().compareTo(severity) < 0) {
      events.add(new AlertEvent.MailDue(NoticeKind.ESCALATED, verdict, now));
    } else if (News.worthTelling(told, verdict, now)) {
      events.add(new AlertEvent.MailDue(NoticeKind.UPDATED, verdict, now));
    }
  }

  private void tellNews(Alert live, Severity severity) {
    boolean slipsNow =
        live.care().concern() == Concern.SILENCE
            && Concern.of(verdict).equals(Optional.of(Concern.PROGRESS));
    boolean news = live.told() != null && News.worthTelling(live.told(), verdict, now);
    if ((news || slipsNow) && tells(live, severity)) {
      events.add(new AlertEvent.Updated());
      events.add(new AlertEvent.MailDue(NoticeKind.UPDATED, verdict, now));
    }
  }

  private boolean tells(Alert live, Severity severity) {
    return tells(live.subject(), Concern.of(verdict).orElse(live.care().concern()), severity);
  }

  /** A project at risk shows on the board; its bureau gets a mail once it is off track. */
  static boolean tells(SubjectKey subject, Concern concern, Severity severity) {
    return switch (subject.kind()) {
      case TARGET -> true;
      case PROJECT -> severity == Severity.CRITICAL || concern == Concern.SILENCE;
    };
  }
}
