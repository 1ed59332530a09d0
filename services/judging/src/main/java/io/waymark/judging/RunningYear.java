package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures that start again each January, as sums of the last twelve months (滚动十二个月): this year so
 * far, and of last year what came after the same day. Such sums stand beside yearly totals and know
 * no season. A figure without last year's same day and total is left out.
 */
final class RunningYear {
  private RunningYear() {}

  /** From figures oldest first, one per day. */
  static List<Figure> of(List<Figure> figures) {
    Map<LocalDate, BigDecimal> byDay = new HashMap<>();
    figures.forEach(figure -> byDay.put(figure.periodEnd(), figure.value()));
    List<Figure> sums = new ArrayList<>();
    for (Figure figure : figures) {
      BigDecimal sum = sum(figure, byDay);
      if (sum != null) {
        sums.add(
            new Figure(
                figure.id(),
                figure.periodEnd(),
                sum,
                figure.exactness(),
                figure.simulated(),
                figure.assumed()));
      }
    }
    return sums;
  }

  /** Says how the last sum comes about, where it is not a year's total. */
  static void trace(List<Figure> reported, @Nullable Figure last, Trace trace) {
    Map<LocalDate, BigDecimal> byDay = new HashMap<>();
    reported.forEach(figure -> byDay.put(figure.periodEnd(), figure.value()));
    BigDecimal sum = last == null ? null : byDay.get(last.periodEnd());
    if (last == null || sum == null || sum.compareTo(last.value()) == 0) {
      return;
    }
    LocalDate then = last.periodEnd().minusYears(1);
    BigDecimal total = byDay.get(LocalDate.of(then.getYear(), 12, 31));
    BigDecimal part = byDay.get(then.withDayOfMonth(then.lengthOfMonth()));
    if (total != null && part != null) {
      String shown = Numbers.plain(last.value());
      trace.add(
          "base",
          Words.TWELVE_MONTHS,
          Numbers.plain(sum)
              + " + ("
              + Numbers.plain(total)
              + " − "
              + Numbers.plain(part)
              + ") = "
              + shown,
          Text.same(shown + " (" + last.periodEnd() + ")"));
    }
  }

  private static @Nullable BigDecimal sum(Figure figure, Map<LocalDate, BigDecimal> byDay) {
    LocalDate day = figure.periodEnd();
    if (day.getMonthValue() == 12 && day.getDayOfMonth() == 31) {
      return figure.value();
    }
    LocalDate year = day.minusYears(1);
    BigDecimal then = byDay.get(year.withDayOfMonth(year.lengthOfMonth()));
    BigDecimal total = byDay.get(LocalDate.of(year.getYear(), 12, 31));
    return then == null || total == null ? null : figure.value().add(total).subtract(then);
  }
}
