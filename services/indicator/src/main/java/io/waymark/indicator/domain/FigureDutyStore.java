package io.waymark.indicator.domain;

import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.util.List;

/**
 * What tells which figures are owed: indicators, the figures that came, and the calendar's rules.
 */
public interface FigureDutyStore {
  /**
   * A plan's indicators by id, with the day of their first import and every figure that came.
   *
   * @param indicatorId only this one; empty for all
   * @param knownAt only indicators and figures that were recorded at or before this instant
   */
  List<FigureDuties> duties(String planId, String indicatorId, Instant knownAt);

  /** The rules that were set for a plan until an instant, in the order in which they were. */
  List<ReportingRule> rules(String planId, Instant knownAt);

  /** Keeps a rule that was checked; its recorded time is what it says of itself. */
  void append(String planId, ReportingRule rule);
}
