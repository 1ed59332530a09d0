package io.waymark.calendar.reporting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a plan: its own, those of single subjects, and the usual ones where it states none.
 * A rule holds for periods that end on or after its first day, so a new rule leaves the past alone.
 */
public final class DueRules {
  /**
   * The usual rules for projects. Chinese offices ask for a month's progress in the first days of
   * the next one (每月5日前报送上月进展); a quarter and a year take longer to close.
   */
  public static final Map<Frequency, DueRule> OF_PROJECTS =
      usual(
          new DueRule(Frequency.MONTHLY, 1, 5, 3),
          new DueRule(Frequency.QUARTERLY, 1, 10, 5),
          new DueRule(Frequency.YEARLY, 1, 31, 10));

  /**
   * The usual rules for indicators. Figures are compiled later than progress is seen: statistics of
   * a month and a quarter come out after the middle of the next month, those of a year in the
   * bulletin (统计公报) by the end of March.
   */
  public static final Map<Frequency, DueRule> OF_INDICATORS =
      usual(
          new DueRule(Frequency.MONTHLY, 1, 20, 5),
          new DueRule(Frequency.QUARTERLY, 1, 25, 5),
          new DueRule(Frequency.YEARLY, 3, 31, 15));

  /**
   * A rule as it was set.
   *
   * @param subjectId the project or indicator; empty for the whole plan
   * @param effective it holds for periods that end on or after this day
   */
  public record Entry(String subjectId, DueRule rule, LocalDate effective) {}

  private final List<Entry> entries;
  private final Map<Frequency, DueRule> usual;

  /**
   * The rules of one plan.
   *
   * @param entries in the order in which they were set; of two of one day the later holds
   */
  public DueRules(List<Entry> entries, Map<Frequency, DueRule> usual) {
    this.entries = List.copyOf(entries);
    this.usual = new EnumMap<>(usual);
  }

  /** The rule for one subject's period. */
  public DueRule of(String subjectId, Period period) {
    @Nullable Entry own = inForce(subjectId, period);
    @Nullable Entry found = own == null ? inForce("", period) : own;
    return found == null ? usual(period.frequency()) : found.rule();
  }

  private DueRule usual(Frequency frequency) {
    @Nullable DueRule rule = usual.get(frequency);
    if (rule == null) {
      throw new IllegalStateException("no usual rule for " + frequency);
    }
    return rule;
  }

  private @Nullable Entry inForce(String subjectId, Period period) {
    @Nullable Entry found = null;
    for (Entry entry : entries) {
      boolean meant =
          entry.subjectId().equals(subjectId)
              && entry.rule().frequency() == period.frequency()
              && !entry.effective().isAfter(period.last());
      if (meant && (found == null || !entry.effective().isBefore(found.effective()))) {
        found = entry;
      }
    }
    return found;
  }

  private static Map<Frequency, DueRule> usual(DueRule... rules) {
    Map<Frequency, DueRule> usual = new EnumMap<>(Frequency.class);
    for (DueRule rule : rules) {
      usual.put(rule.frequency(), rule);
    }
    return Map.copyOf(usual);
  }
}
