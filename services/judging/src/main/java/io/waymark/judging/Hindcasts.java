package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks of a series' own past what the engine would have said. It stands at the end of a year, sees
 * only the figures of periods up to then, as they are known today, and is asked whether the series
 * gets, in 1, 2 and 3 years, as far as its last figure and 0.5, 1 and 1.5 times its change over as
 * many years past.
 *
 * @param series what the figures are of
 * @param measure what kind of quantity
 * @param direction which way is better: up asks for at least, down for at most
 * @param figures the figures in force, in any order
 * @param rulebook the rulebook in force
 */
public record Hindcasts(
    String series, Measure measure, Direction direction, List<Figure> figures, Rulebook rulebook) {
  /** Figures at years' ends that a series needs to be asked about. */
  public static final int LEAST_YEARS = 4;

  private static final int FARTHEST = 3;
  private static final List<BigDecimal> SHARES =
      List.of(new BigDecimal("0.5"), BigDecimal.ONE, new BigDecimal("1.5"));
  private static final BigDecimal WHOLE = new BigDecimal(100);

  /** Questions that one origin can give rise to. */
  public static final int MOST_PER_ORIGIN = FARTHEST * 3;

  public Hindcasts {
    figures = List.copyOf(figures);
  }

  /** Growth is asked for over a whole span and sums begin anew: neither goes on from its past. */
  public static boolean askable(Measure measure) {
    return !measure.growth() && measure != Measure.CUMULATIVE;
  }

  /** Whether there are figures enough at years' ends. */
  public boolean enough() {
    return byYear().size() >= LEAST_YEARS;
  }

  /**
   * What was said and what came, oldest origin first.
   *
   * @param mostOrigins years asked from at most, the latest ones
   */
  public List<Checked> checked(int mostOrigins) {
    NavigableMap<Integer, Figure> byYear = byYear();
    List<Checked> checked = new ArrayList<>();
    if (!enough() || !askable(measure)) {
      return checked;
    }
    List<Integer> origins = byYear.keySet().stream().filter(year -> asked(byYear, year)).toList();
    for (int year : origins.subList(Math.max(0, origins.size() - mostOrigins), origins.size())) {
      for (int ahead = 1; ahead <= FARTHEST; ahead++) {
        ask(byYear, year, ahead, checked);
      }
    }
    return checked;
  }

  private static boolean asked(NavigableMap<Integer, Figure> byYear, int year) {
    for (int ahead = 1; ahead <= FARTHEST; ahead++) {
      if (byYear.containsKey(year - ahead) && byYear.containsKey(year + ahead)) {
        return true;
      }
    }
    return false;
  }

  private NavigableMap<Integer, Figure> byYear() {
    NavigableMap<Integer, Figure> byYear = new TreeMap<>();
    for (Figure figure : figures) {
      LocalDate end = figure.periodEnd();
      if (end.equals(endOf(end.getYear()))) {
        byYear.put(end.getYear(), figure);
      }
    }
    return byYear;
  }

  private static LocalDate endOf(int year) {
    return LocalDate.of(year, 12, 31);
  }

  private void ask(
      NavigableMap<Integer, Figure> byYear, int year, int ahead, List<Checked> checked) {
    Figure before = byYear.get(year - ahead);
    Figure last = byYear.get(year);
    Figure outcome = byYear.get(year + ahead);
    if (before == null || last == null || outcome == null) {
      return;
    }
    BigDecimal change = last.value().subtract(before.value());
    List<Figure> known =
        figures.stream().filter(figure -> !figure.periodEnd().isAfter(endOf(year))).toList();
    Set<BigDecimal> targets = new HashSet<>();
    for (BigDecimal share : SHARES) {
      BigDecimal target = last.value().add(share.multiply(change));
      if (possible(target, last.value()) && targets.add(target.stripTrailingZeros())) {
        judge(known, last, target, ahead, outcome, checked);
      }
    }
  }

  /** Nobody asks for a share above 100, or for less than nothing of what is always positive. */
  private boolean possible(BigDecimal target, BigDecimal last) {
    boolean whole = measure.bounded() && target.compareTo(WHOLE) > 0;
    boolean nothing = last.signum() > 0 && target.signum() <= 0;
    return !whole && !nothing;
  }

  private void judge(
      List<Figure> known,
      Figure last,
      BigDecimal target,
      int ahead,
      Figure outcome,
      List<Checked> checked) {
    Comparator comparator = direction == Direction.UP ? Comparator.GE : Comparator.LE;
    LocalDate origin = last.periodEnd();
    TargetQuestion question =
        TargetQuestion.of(measure, comparator, direction)
            .value(target)
            .base(last.value(), origin)
            .plan(origin.plusDays(1), outcome.periodEnd())
            .figures(known)
            .judgedBy(rulebook, origin);
    TargetOutlook outlook = Judge.target(question).outlook();
    if (outlook == null) {
      return;
    }
    double came = outcome.value().doubleValue();
    checked.add(
        new Checked(
            series,
            ahead,
            outlook.pMeet(),
            TargetShape.of(question, target).meets(came),
            came >= outlook.atDue().p10() && came <= outlook.atDue().p90(),
            came >= outlook.tails().p05() && came <= outlook.tails().p95(),
            outcome.simulated() || known.stream().anyMatch(Figure::simulated)));
  }
}
