package io.waymark.cli.foresight;

import io.waymark.judging.Comparator;
import io.waymark.judging.Direction;
import io.waymark.judging.Figure;
import io.waymark.judging.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One row: will the series reach the target?
 *
 * @param id repeated in the answer
 * @param group rows of one group are the same indicator in comparable places
 * @param measure a level, or a share of 100
 * @param history yearly figures, oldest first, at least one
 * @param baseYear the year of the base figure; the plan begins after it
 * @param base the base figure
 * @param targetYear the year at whose end the target is due
 * @param target the target
 * @param comparator how the figure must relate to it
 */
record Question(
    String id,
    String group,
    Measure measure,
    List<Figure> history,
    int baseYear,
    BigDecimal base,
    int targetYear,
    BigDecimal target,
    Comparator comparator) {

  /** The last day of the last year that is known. */
  LocalDate lastDay() {
    return history.getLast().periodEnd();
  }

  Direction direction() {
    return comparator == Comparator.LE || comparator == Comparator.LT
        ? Direction.DOWN
        : Direction.UP;
  }

  static LocalDate endOf(int year) {
    return LocalDate.of(year, 12, 31);
  }
}
