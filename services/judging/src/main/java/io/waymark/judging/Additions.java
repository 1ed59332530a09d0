package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What projects add between the last figure and a date, as amounts with probabilities. One
 * project's outcomes stand in the order in which they would finish; the sum of many, taken in the
 * order of bureaus and project ids, stands in the order of amounts. See {@link JointSum}.
 */
final class Additions {
  static final Additions NONE = new Additions(new double[] {0}, new double[] {1});

  /** Equally likely finishes by which progress after the due date is told apart. */
  private static final int FINISHES = 4;

  private final double[] amounts;
  private final double[] chances;
  private final double mean;
  private final double least;
  private final double most;

  /** In any order. */
  private Additions(double[] amounts, double[] chances) {
    this.amounts = amounts;
    this.chances = chances;
    double low = amounts[0];
    double high = amounts[0];
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      low = amounts[i] < low ? amounts[i] : low;
      high = amounts[i] > high ? amounts[i] : high;
      sum += amounts[i] * chances[i];
    }
    this.least = low;
    this.most = high;
    this.mean = sum;
  }

  /** From the least amount to the greatest. */
  private Additions(double[] amounts, double[] chances, double mean) {
    this.amounts = amounts;
    this.chances = chances;
    this.mean = mean;
    this.least = amounts[0];
    this.most = amounts[amounts.length - 1];
  }

  /** Those amounts that are possible at all, of some from the least to the greatest. */
  static Additions possible(double[] amounts, double[] chances, double mean) {
    int count = 0;
    for (int i = 0; i < amounts.length; i++) {
      count += chances[i] > 0 ? 1 : 0;
    }
    double[] some = new double[count];
    double[] theirs = new double[count];
    int next = 0;
    for (int i = 0; i < amounts.length; i++) {
      if (chances[i] > 0) {
        some[next] = amounts[i];
        theirs[next++] = chances[i];
      }
    }
    return new Additions(some, theirs, mean);
  }

  /** The outcomes of one contribution. */
  static Additions one(Contribution contribution, LocalDate since, LocalDate until, LogDays logs) {
    ProjectForecast forecast = contribution.forecast();
    double left = left(contribution, since);
    if (left == 0) {
      return NONE;
    }
    double chance = forecast.chanceBy(until, logs);
    if (chance >= 1) {
      return new Additions(new double[] {left}, new double[] {1});
    }
    return switch (contribution.mode()) {
      case ON_COMPLETION ->
          chance <= 0
              ? NONE
              : new Additions(new double[] {left, 0}, new double[] {chance, 1 - chance});
      case IN_PROPORTION -> partly(contribution, since, until, chance);
    };
  }

  /** What the last figure does not hold yet of a contribution. */
  static double left(Contribution contribution, LocalDate since) {
    ProjectForecast forecast = contribution.forecast();
    BigDecimal amount = contribution.amount();
    return switch (contribution.mode()) {
      case ON_COMPLETION -> finishedBy(forecast, since) ? 0 : amount.doubleValue();
      case IN_PROPORTION -> amount.doubleValue() * (100 - forecast.percentAt(since)) / 100;
    };
  }

  /** What is known to have been added after the last figure, up to the forecast's as-of date. */
  static double known(Contribution contribution, LocalDate since) {
    ProjectForecast forecast = contribution.forecast();
    double amount = contribution.amount().doubleValue();
    return switch (contribution.mode()) {
      case ON_COMPLETION -> forecast.completed() && !finishedBy(forecast, since) ? amount : 0;
      case IN_PROPORTION -> amount * (forecast.percentNow(since) - forecast.percentAt(since)) / 100;
    };
  }

  private static boolean finishedBy(ProjectForecast forecast, LocalDate date) {
    LocalDate on = forecast.completedOn();
    return forecast.completed() && (on == null || !on.isAfter(date));
  }

  /** Unfinished by the date in some outcomes: progress runs on from today to the finish. */
  private static Additions partly(
      Contribution contribution, LocalDate since, LocalDate until, double chance) {
    ProjectForecast forecast = contribution.forecast();
    double amount = contribution.amount().doubleValue();
    double before = forecast.percentAt(since);
    double now = forecast.percentNow(since);
    double days = Math.max(0, ChronoUnit.DAYS.between(forecast.asOf(), until));
    double[] amounts = new double[FINISHES + 1];
    double[] chances = new double[FINISHES + 1];
    amounts[0] = amount * (100 - before) / 100;
    chances[0] = chance;
    for (int i = 0; i < FINISHES; i++) {
      double finish = forecast.daysQuantile(chance + (1 - chance) * (i + 0.5) / FINISHES);
      double percent = forecast.percentAfter(now, days, finish);
      amounts[i + 1] = amount * (percent - before) / 100;
      chances[i + 1] = (1 - chance) / FINISHES;
    }
    return new Additions(amounts, chances);
  }

  int size() {
    return amounts.length;
  }

  double amount(int i) {
    return amounts[i];
  }

  double chance(int i) {
    return chances[i];
  }

  double mean() {
    return mean;
  }

  /** Probability of at most that amount. */
  double upTo(double amount) {
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += amounts[i] <= amount ? chances[i] : 0;
    }
    return sum;
  }

  /** Of a sum the least amount with at least that probability of not more. */
  double quantile(double p) {
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += chances[i];
      if (sum >= p) {
        return amounts[i];
      }
    }
    return most;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  double range() {
    return most - least;
  }
}
