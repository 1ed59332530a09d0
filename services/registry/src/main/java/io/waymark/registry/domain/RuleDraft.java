package io.waymark.registry.domain;

import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** A rule of a reporting calendar as a plan office wrote it, unchecked. */
public record RuleDraft(
    String planId,
    String subjectId,
    String frequency,
    int monthsAfter,
    int day,
    int graceDays,
    String effective) {
  private static final Set<String> FREQUENCIES = Set.of("monthly", "quarterly", "yearly");

  /** The rule, or names every violation. */
  public DueRules.Entry check() {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    fields.id("plan_id", planId);
    if (!subjectId.isEmpty()) {
      fields.id("rule.subject_id", subjectId);
    }
    if (!FREQUENCIES.contains(frequency)) {
      faults.add("rule.frequency", frequency, Expected.FREQUENCY.with());
    }
    within(faults, "rule.months_after", monthsAfter, 1, DueRule.MOST_MONTHS);
    within(faults, "rule.day", day, 1, 31);
    within(faults, "rule.grace_days", graceDays, 0, DueRule.MOST_GRACE);
    Optional<LocalDate> first = fields.requiredDate("rule.effective", effective);
    faults.throwIfAny();
    return new DueRules.Entry(
        subjectId,
        new DueRule(Frequency.of(frequency, Frequency.QUARTERLY), monthsAfter, day, graceDays),
        first.orElseThrow());
  }

  private static void within(Faults faults, String field, int value, int least, int most) {
    if (value < least || value > most) {
      faults.add(field, Integer.toString(value), Expected.BETWEEN.with(least, most));
    }
  }
}
