package io.waymark.judging;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number means: levels from the highest number down, the first that holds it counts. A light
 * gets better only when the number would still give the better light if it were worse by the dead
 * band.
 *
 * @param scale what the number is
 * @param steps bounds strictly descend, the last step has none
 * @param deadBand in the number's own measure; 0: none
 */
public record Levels(Scale scale, List<Level> steps, double deadBand) {
  private static final double ROUNDING = 1e9;

  /** What a number is, and which way it is better. */
  public enum Scale {
    /** A share of what is due or required; more is better. */
    RATIO(true, true),
    /** Percentage points behind; less is better. */
    POINTS(false, false),
    /** The gap that will be left, as a share of the whole way; less is better. */
    GAP(false, true);

    private final boolean moreIsBetter;
    private final boolean percent;

    Scale(boolean moreIsBetter, boolean percent) {
      this.moreIsBetter = moreIsBetter;
      this.percent = percent;
    }

    /** Whether a higher number means a better light. */
    public boolean moreIsBetter() {
      return moreIsBetter;
    }

    String of(double number) {
      return percent ? Numbers.percent(number, 2) + " %" : Numbers.fixed(number, 2);
    }

    /** A bound as it is written down. */
    String bound(double number) {
      BigDecimal plain =
          BigDecimal.valueOf(number).scaleByPowerOfTen(percent ? 2 : 0).stripTrailingZeros();
      String text = Numbers.plain(plain.scale() < 0 ? plain.setScale(0) : plain);
      return percent ? text + " %" : text;
    }
  }

  /** Copies the steps and refuses what no number could be judged by. */
  public Levels {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.getLast().bounded()) {
      throw new IllegalArgumentException("levels: " + steps + " (expected: a last one unbounded)");
    }
    for (int i = 1; i < steps.size(); i++) {
      int better = steps.get(i - 1).light().compareTo(steps.get(i).light());
      if (steps.get(i - 1).from() <= steps.get(i).from()
          || (scale.moreIsBetter ? better > 0 : better < 0)) {
        throw new IllegalArgumentException(
            "levels: " + steps + " (expected: bounds that descend, lights in one order)");
      }
    }
    if (!(deadBand >= 0)) {
      throw new IllegalArgumentException("dead_band: " + deadBand + " (expected: at least 0)");
    }
  }

  Level of(double number) {
    double rounded = Math.rint(number * ROUNDING) / ROUNDING;
    for (Level step : steps) {
      if (step.holds(rounded)) {
        return step;
      }
    }
    return steps.getLast();
  }

  /** The number made worse by the dead band. */
  double worse(double number) {
    return scale.moreIsBetter ? number - deadBand : number + deadBand;
  }

  /** The mildest level of that light; null if there is none. */
  @Nullable Level mildest(Light light) {
    Level found = null;
    for (Level step : steps) {
      if (step.light() == light && (found == null || !scale.moreIsBetter)) {
        found = step;
      }
    }
    return found;
  }

  /** For example {@code 60 % ≤ 74.12 % < 80 %}. */
  String bounds(double number) {
    Level level = of(number);
    int at = steps.indexOf(level);
    String text = scale.of(number);
    if (level.bounded()) {
      text = scale.bound(level.from()) + (level.beyond() ? " < " : " ≤ ") + text;
    }
    if (at > 0) {
      Level above = steps.get(at - 1);
      text += (above.beyond() ? " ≤ " : " < ") + scale.bound(above.from());
    }
    return text;
  }

  /** The number made worse, between its bounds. */
  String strictBounds(double number) {
    return scale.of(number)
        + (scale.moreIsBetter ? " − " : " + ")
        + scale.bound(deadBand)
        + ": "
        + bounds(worse(number));
  }
}
