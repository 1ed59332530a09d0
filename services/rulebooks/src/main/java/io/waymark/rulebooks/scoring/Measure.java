package io.waymark.rulebooks.scoring;

import io.waymark.judging.Light;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a component measures: always the sum of some amounts divided by the sum of their weights.
 * Each amount and weight is an {@link Input}.
 */
public sealed interface Measure {
  /** True where less is better. */
  default boolean lessIsBetter() {
    return false;
  }

  /**
   * The mean credit of lights.
   *
   * @param credit 0..1 by light; a light that is not among them is left out
   * @param bindingWeight how much a binding target counts; everything else counts 1
   */
  record Lights(Subjects of, Lamp lamp, Map<Light, BigDecimal> credit, BigDecimal bindingWeight)
      implements Measure {
    /** Copies the credits. */
    public Lights {
      credit = Map.copyOf(credit);
    }
  }

  /** The mean chance of being met or in time; a subject without one is left out. */
  record Probability(Subjects of, BigDecimal bindingWeight) implements Measure {}

  /**
   * The share of reports and figures that came in time; one whose time is not over yet is left out.
   *
   * @param lateCredit what one that came late counts, 0..1; one that never came counts nothing
   */
  record Punctuality(BigDecimal lateCredit) implements Measure {}

  /** Reports with an honesty finding, per report. */
  record Findings() implements Measure {
    @Override
    public boolean lessIsBetter() {
      return true;
    }
  }

  /**
   * The share of alerts that were handled in time; one whose time is not over yet is left out.
   *
   * @param withinDays days after it was raised
   */
  record AlertsInTime(int withinDays) implements Measure {}
}
