package io.waymark.indicator.domain;

import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.proto.type.v1.ReportingRule;
import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a rule of the reporting calendar before it is kept. */
public final class ReportingRuleCheck {
  private static final Set<String> FREQUENCIES = Set.of("monthly", "quarterly", "yearly");

  private ReportingRuleCheck() {}

  /** The rule, or refuses it with every violation. */
  public static DueRules.Entry entry(String planId, ReportingRule rule) {
    Checks checks = new Checks();
    checks.id("plan_id", planId);
    if (!rule.getSubjectId().isEmpty()) {
      checks.id("rule.subject_id", rule.getSubjectId());
    }
    checks.must(
        FREQUENCIES.contains(rule.getFrequency()),
        "rule.frequency",
        rule.getFrequency(),
        Expected.FREQUENCY.with());
    within(checks, "rule.months_after", rule.getMonthsAfter(), 1, DueRule.MOST_MONTHS);
    within(checks, "rule.day", rule.getDay(), 1, 31);
    within(checks, "rule.grace_days", rule.getGraceDays(), 0, DueRule.MOST_GRACE);
    @Nullable LocalDate effective = checks.date("rule.effective", rule.getEffective(), false);
    checks.raise();
    return entry(rule, Objects.requireNonNull(effective));
  }

  /** A rule that was checked before. */
  public static DueRules.Entry entry(ReportingRule rule, LocalDate effective) {
    Frequency frequency = Frequency.of(rule.getFrequency(), Frequency.YEARLY);
    return new DueRules.Entry(
        rule.getSubjectId(),
        new DueRule(frequency, rule.getMonthsAfter(), rule.getDay(), rule.getGraceDays()),
        effective);
  }

  private static void within(Checks checks, String field, int value, int least, int most) {
    checks.must(
        value >= least && value <= most,
        field,
        Integer.toString(value),
        Expected.BETWEEN.with(least, most));
  }
}
