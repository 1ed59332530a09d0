package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sum over the plan whose figures are summed up within the year and start again each January
 * (规划期累计、按年内累计数报送): the years finished since the base, and this year so far. It goes on by what is
 * left of the running year, as earlier years' shares and the trend of yearly totals say, and by the
 * totals of the years after. Those errors go together, since a year's level is the next one's
 * beginning.
 *
 * @param at the day of the last figure
 * @param value the sum until then
 * @param years how yearly totals go
 * @param rest what the running year still brings
 * @param restSpread its spread
 */
record SumOfYears(LocalDate at, double value, OwnSeries years, double rest, double restSpread)
    implements OwnSeries {

  /** The sums since the base; a figure whose earlier years are not all known is left out. */
  static List<Figure> figures(List<Figure> reported, LocalDate base) {
    Map<Integer, BigDecimal> totals = new TreeMap<>();
    BigDecimal before = BigDecimal.ZERO;
    for (Figure figure : reported) {
      if (figure.periodEnd().equals(base) && !yearEnd(base)) {
        before = figure.value().negate();
      }
      if (yearEnd(figure.periodEnd())) {
        totals.put(figure.periodEnd().getYear(), figure.value());
      }
    }
    int first = yearEnd(base) ? base.getYear() + 1 : base.getYear();
    List<Figure> sums = new ArrayList<>();
    for (Figure figure : reported) {
      BigDecimal sum = figure.periodEnd().isAfter(base) ? before.add(figure.value()) : null;
      for (int year = first; sum != null && year < figure.periodEnd().getYear(); year++) {
        BigDecimal total = totals.get(year);
        sum = total == null ? null : sum.add(total);
      }
      if (sum != null) {
        sums.add(with(figure, sum));
      }
    }
    return sums;
  }

  private static Figure with(Figure figure, BigDecimal sum) {
    return new Figure(
        figure.id(),
        figure.periodEnd(),
        sum,
        figure.exactness(),
        figure.simulated(),
        figure.assumed());
  }

  private static boolean yearEnd(LocalDate date) {
    return date.getMonthValue() == 12 && date.getDayOfMonth() == 31;
  }

  /**
   * Projects such a sum; null without a finished year: nothing says what share of a year the months
   * so far are.
   *
   * @param now the last sum
   * @param reported as reported, oldest first, years before the plan among them
   */
  static @Nullable OwnSeries fit(
      Figure now, List<Point> reported, boolean log, WithinYear.Totals by) {
    List<Point> known =
        reported.stream().filter(point -> !point.date().isAfter(now.periodEnd())).toList();
    OwnSeries years = WithinYear.fit(known, log, by);
    if (years == null) {
      return null;
    }
    double value = now.value().doubleValue();
    if (!(years instanceof WithinYear within)) {
      return new SumOfYears(now.periodEnd(), value, years, 0, 0);
    }
    double total = plain(log, within.estimate().value());
    double spread = within.estimate().spread();
    return new SumOfYears(
        now.periodEnd(),
        value,
        years,
        total - known.getLast().value(),
        log ? total * spread : spread);
  }

  private static double plain(boolean log, double value) {
    return log ? StrictMath.exp(value) : value;
  }

  @Override
  public boolean log() {
    return false;
  }

  @Override
  public double last() {
    return value;
  }

  private LocalDate yearEnd() {
    return LocalDate.of(at.getYear(), 12, 31);
  }

  /** What share of the running year's rest has passed by a date. */
  private double passed(LocalDate date) {
    if (!date.isBefore(yearEnd())) {
      return 1;
    }
    return horizon(date) / OwnSeries.years(at, yearEnd());
  }

  /** What share of a later year has passed by a date. */
  private static double part(int year, LocalDate date) {
    return year < date.getYear() ? 1 : date.getDayOfYear() / (double) date.lengthOfYear();
  }

  @Override
  public double median(LocalDate date) {
    double sum = value + passed(date) * rest;
    for (int year = at.getYear() + 1; year <= date.getYear(); year++) {
      sum += part(year, date) * total(year);
    }
    return sum;
  }

  private double total(int year) {
    return plain(years.log(), years.median(LocalDate.of(year, 12, 31)));
  }

  @Override
  public double spread(LocalDate date) {
    double sum = passed(date) * restSpread;
    for (int year = at.getYear() + 1; year <= date.getYear(); year++) {
      double spread = years.spread(LocalDate.of(year, 12, 31));
      sum += part(year, date) * (years.log() ? spread * total(year) : spread);
    }
    return sum;
  }

  @Override
  public void trace(Trace trace, LocalDate due, int digits) {
    years.trace(trace, due, digits);
    StringBuilder sum = new StringBuilder(Numbers.fixed(value, digits));
    if (passed(due) * rest != 0) {
      sum.append(" + ").append(Numbers.fixed(passed(due) * rest, digits));
    }
    for (int year = at.getYear() + 1; year <= due.getYear(); year++) {
      sum.append(" + ").append(Numbers.fixed(part(year, due) * total(year), digits));
    }
    String median = Numbers.fixed(median(due), digits);
    trace.add("projection", Words.YEARS_SUMMED, sum + " = " + median, Text.same(median));
  }

  /** Says how the last sum comes about, where it is not the first year's figure. */
  static void trace(List<Figure> reported, @Nullable Figure last, Trace trace) {
    for (Figure figure : reported) {
      if (last != null
          && figure.periodEnd().equals(last.periodEnd())
          && figure.value().compareTo(last.value()) != 0) {
        BigDecimal before = last.value().subtract(figure.value());
        trace.add(
            "base",
            Words.YEARS_SO_FAR,
            Numbers.plain(before)
                + " + "
                + Numbers.plain(figure.value())
                + " = "
                + Numbers.plain(last.value()),
            Text.same(Numbers.plain(last.value()) + " (" + last.periodEnd() + ")"));
      }
    }
  }
}
