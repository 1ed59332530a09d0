package io.waymark.indicator.domain;

import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.ReportingCalendar;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which figures are owed and whether they came, from what is kept. */
public final class OwedFigures {
  private final FigureDutyStore store;

  /** Reads {@code store}. */
  public OwedFigures(FigureDutyStore store) {
    this.store = store;
  }

  /** A figure that is owed. */
  public record Owed(Indicator indicator, Duty duty) {}

  /**
   * What is due within a span, by due day, then by indicator.
   *
   * @param bureauId only this lead bureau; empty for all
   * @param indicatorId only this one; empty for all
   * @param knownAt only what was recorded at or before this instant
   */
  public List<Owed> owed(
      String planId,
      String bureauId,
      String indicatorId,
      Instant knownAt,
      LocalDate today,
      Span span) {
    ReportingCalendar calendar = calendar(planId, knownAt);
    List<Owed> owed = new ArrayList<>();
    for (FigureDuties duties : store.duties(planId, indicatorId, knownAt)) {
      Indicator indicator = duties.indicator();
      if (bureauId.isEmpty() || bureauId.equals(indicator.getLeadBureauId())) {
        duties
            .obligation()
            .map(obligation -> calendar.duties(obligation, duties.filings(), today, span))
            .orElse(List.of())
            .forEach(duty -> owed.add(new Owed(indicator, duty)));
      }
    }
    owed.sort(
        Comparator.comparing((Owed one) -> one.duty().due())
            .thenComparing(one -> one.duty().subjectId()));
    return owed;
  }

  private ReportingCalendar calendar(String planId, Instant knownAt) {
    List<DueRules.Entry> entries = new ArrayList<>();
    for (ReportingRule rule : store.rules(planId, knownAt)) {
      entries.add(ReportingRuleCheck.entry(rule, LocalDate.parse(rule.getEffective())));
    }
    return new ReportingCalendar(
        new DueRules(entries, DueRules.OF_INDICATORS), WorkingCalendar.shipped());
  }
}
