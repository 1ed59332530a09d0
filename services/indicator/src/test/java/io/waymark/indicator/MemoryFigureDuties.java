package io.waymark.indicator;

import io.waymark.calendar.reporting.Filing;
import io.waymark.indicator.MemoryPlans.Known;
import io.waymark.indicator.domain.FigureDuties;
import io.waymark.indicator.domain.FigureDutyStore;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells duties from plans and figures in memory. */
final class MemoryFigureDuties implements FigureDutyStore {
  private final MemoryPlans plans;
  private final MemoryFigures figures;
  private final Map<String, List<ReportingRule>> rules = new HashMap<>();

  MemoryFigureDuties(MemoryPlans plans, MemoryFigures figures) {
    this.plans = plans;
    this.figures = figures;
  }

  @Override
  public List<FigureDuties> duties(String planId, String indicatorId, Instant knownAt) {
    return plans.indicators(planId).stream()
        .filter(one -> !one.since().isAfter(knownAt))
        .filter(
            one -> indicatorId.isEmpty() || one.indicator().getIndicatorId().equals(indicatorId))
        .map(one -> duties(planId, one, knownAt))
        .toList();
  }

  private FigureDuties duties(String planId, Known one, Instant knownAt) {
    return new FigureDuties(
        one.indicator(),
        day(one.since()),
        LocalDate.parse(plans.plan(planId).getEnd()),
        figures.list(planId, one.indicator().getIndicatorId(), knownAt).stream()
            .map(figure ->
                new Filing(
                    LocalDate.parse(figure.getPeriodEnd()),
                    day(MemoryFigures.at(figure.getRecordedAt()))))
            .toList());
  }

  @Override
  public List<ReportingRule> rules(String planId, Instant knownAt) {
    return rules.getOrDefault(planId, List.of()).stream()
        .filter(rule -> !MemoryFigures.at(rule.getRecordedAt()).isAfter(knownAt))
        .toList();
  }

  @Override
  public void append(String planId, ReportingRule rule) {
    rules.computeIfAbsent(planId, id -> new ArrayList<>()).add(rule);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, RailOnPostgres.ZONE);
  }
}
