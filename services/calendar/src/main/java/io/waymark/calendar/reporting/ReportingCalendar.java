package io.waymark.calendar.reporting;

import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.Duty.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells which reports are owed and how each of them stands. */
public final class ReportingCalendar {
  /** Periods that are looked through for the next report; in months thirty years. */
  private static final int FAR_AHEAD = 360;

  private final DueRules rules;
  private final WorkingCalendar calendar;

  /** A calendar by the rules of one plan. */
  public ReportingCalendar(DueRules rules, WorkingCalendar calendar) {
    this.rules = rules;
    this.calendar = calendar;
  }

  /**
   * What an obligation asks for, oldest period first, up to the period that runs today.
   *
   * @param filings all reports that came, corrected ones included: they came
   * @param span only reports that are due within it
   */
  public List<Duty> duties(
      Obligation obligation, Collection<Filing> filings, LocalDate today, Span span) {
    List<Duty> duties = new ArrayList<>();
    Period period = obligation.frequency().containing(later(obligation.from(), span));
    for (; !period.first().isAfter(today); period = period.next()) {
      if (obligation.owes(period)) {
        Duty duty = duty(obligation, period, filings, today);
        if (span.contains(duty.due())) {
          duties.add(duty);
        }
      }
    }
    return duties;
  }

  /**
   * The oldest report that is owed and has not come, however far ahead it is due; empty if none is
   * owed any more, or none until a stop without an end is over.
   *
   * @param filings all reports that came; of states the newest is enough
   */
  public Optional<Duty> next(Obligation obligation, Collection<Filing> filings, LocalDate today) {
    Period period = obligation.frequency().containing(obligation.from());
    for (int i = 0; i < FAR_AHEAD; i++, period = period.next()) {
      if (obligation.until().map(period.last()::isAfter).orElse(false)) {
        return Optional.empty();
      }
      if (obligation.owes(period)) {
        Duty duty = duty(obligation, period, filings, today);
        if (duty.filedOn().isEmpty()) {
          return Optional.of(duty);
        }
      }
    }
    return Optional.empty();
  }

  /** Days from one to another, both included. */
  public record Span(LocalDate from, LocalDate until) {
    /** All days. */
    public static final Span EVER = new Span(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31));

    /** Whether a day lies within. */
    public boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /**
   * A report is due at most 13 months and a holiday after its period, so earlier ones need no look.
   */
  private static LocalDate later(LocalDate from, Span span) {
    LocalDate earliest = span.from().minusMonths(DueRule.MOST_MONTHS + 2L);
    return earliest.isAfter(from) ? earliest : from;
  }

  private Duty duty(
      Obligation obligation, Period period, Collection<Filing> filings, LocalDate today) {
    DueRule rule = rules.of(obligation.subjectId(), period);
    LocalDate due = rule.due(period, calendar);
    LocalDate closes = rule.closes(period, calendar);
    Optional<LocalDate> filedOn =
        filings.stream()
            .filter(filing -> obligation.answered(period, filing))
            .map(Filing::filedOn)
            .min(Comparator.naturalOrder());
    Standing standing =
        filedOn
            .map(day -> day.isAfter(closes) ? Standing.LATE : Standing.IN_TIME)
            .orElseGet(() -> open(period, closes, today));
    return new Duty(obligation.subjectId(), period, due, closes, standing, filedOn);
  }

  private static Standing open(Period period, LocalDate closes, LocalDate today) {
    if (today.isBefore(period.last())) {
      return Standing.UPCOMING;
    }
    return today.isAfter(closes) ? Standing.MISSING : Standing.DUE;
  }
}
