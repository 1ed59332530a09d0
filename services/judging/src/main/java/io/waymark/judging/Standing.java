package io.waymark.judging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands: all that a position rule may look at.
 *
 * @param measured how far it is; null if nobody says
 * @param monthsLate full months since works should have begun, if a report says that they have not;
 *     null otherwise
 */
record Standing(@Nullable Measured measured, @Nullable Integer monthsLate) {

  /**
   * How far it is against how far it should be.
   *
   * @param due share of the whole way that is due
   * @param made share of the whole way that is made
   * @param course the figures behind it; null where there is no way from a base to a target
   * @param later what was known later of later days, oldest first
   */
  record Measured(double due, double made, @Nullable Course course, List<Later> later) {
    Measured {
      later = List.copyOf(later);
    }

    static Measured of(double due, double made) {
      return new Measured(due, made, null, List.of());
    }

    double behind() {
      return 100 * (due - made);
    }
  }

  /**
   * A way from a base to a target.
   *
   * @param base the figure that it starts from
   * @param from its day
   * @param now the figure that is compared
   * @param at its day
   * @param target the figure that it leads to
   * @param due its day
   * @param seen every figure up to {@code at}, oldest first
   */
  record Course(
      double base,
      LocalDate from,
      double now,
      LocalDate at,
      double target,
      LocalDate due,
      List<Seen> seen) {
    Course {
      seen = List.copyOf(seen);
    }
  }

  /** One figure. */
  record Seen(LocalDate date, double value) {}

  /** Where it stood on a later day, and the figure that says so. */
  record Later(String id, LocalDate date, double due, double made) {}

  static Standing of(double due, double made) {
    return new Standing(Measured.of(due, made), null);
  }
}
