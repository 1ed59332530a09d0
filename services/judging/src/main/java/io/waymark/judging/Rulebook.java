package io.waymark.judging;

/**
 * A named, versioned rule: thresholds as data. A judgement pins the rulebook that it used.
 *
 * @param name such as "wuhan"
 * @param version grows with every change of a threshold
 * @param title for readers
 * @param source where the rule is published, and what of it is our reading
 * @param position the rule of the position light
 * @param target the rule of a target's outlook light
 * @param project the rule of a project's outlook light
 * @param projectTolerance a project's outlook is judged by its chance to finish by the planned
 *     finish plus this share of the planned duration
 * @param approxTolerance how far a figure may be from an approximate target (左右), as a share of it
 * @param grace the days after a period's end until its figure is due
 */
public record Rulebook(
    String name,
    int version,
    Text title,
    String source,
    Position position,
    Outlook target,
    Outlook project,
    double projectTolerance,
    double approxTolerance,
    Grace grace) {

  /**
   * Position by the ratio of progress made to progress due; where there is no ratio, by percentage
   * points behind.
   *
   * @param ahead ratio from which it is ahead
   * @param atRisk ratio below which it is at risk
   * @param offTrack ratio below which it is off track
   * @param leastDue the least share of the way that must be due before a ratio is formed: a ratio
   *     of two tiny numbers says nothing
   * @param pointsAtRisk percentage points behind from which it is at risk without a ratio
   * @param pointsOffTrack percentage points behind from which it is off track without a ratio
   */
  public record Position(
      double ahead,
      double atRisk,
      double offTrack,
      double leastDue,
      double pointsAtRisk,
      double pointsOffTrack) {
    Light byRatio(double ratio) {
      if (ratio < offTrack) {
        return Light.OFF_TRACK;
      }
      if (ratio < atRisk) {
        return Light.AT_RISK;
      }
      return ratio >= ahead ? Light.AHEAD : Light.ON_TRACK;
    }

    /** The ratio between the bounds that decide its light. */
    String bounds(double ratio) {
      return Bounds.of(ratio, offTrack, atRisk, ahead);
    }

    /** The points between the bounds that decide their light. */
    String pointBounds(double behind) {
      return Bounds.of(behind / 100, pointsAtRisk / 100, pointsOffTrack / 100);
    }

    Light byPoints(double behind) {
      if (behind >= pointsOffTrack) {
        return Light.OFF_TRACK;
      }
      return behind >= pointsAtRisk ? Light.AT_RISK : Light.ON_TRACK;
    }
  }

  /**
   * Outlook by probability.
   *
   * @param ahead from this probability on it is ahead, if its position is too
   * @param onTrack from this probability on it is on track
   * @param atRisk from this probability on it is at risk, below it off track
   */
  public record Outlook(double ahead, double onTrack, double atRisk) {
    /** The probability between the bounds that decide its light. */
    String bounds(double probability) {
      return Bounds.of(probability, atRisk, onTrack, ahead);
    }

    Light light(double probability, Light position) {
      if (probability >= ahead && position == Light.AHEAD) {
        return Light.AHEAD;
      }
      if (probability >= onTrack) {
        return Light.ON_TRACK;
      }
      return probability >= atRisk ? Light.AT_RISK : Light.OFF_TRACK;
    }
  }

  /** The name and version by which a step of the arithmetic says which rule it used. */
  String pin() {
    return "(" + name + " " + version + ")";
  }

  /** Days of grace by frequency. */
  public record Grace(int monthly, int quarterly, int yearly) {
    int days(Frequency frequency) {
      return switch (frequency) {
        case MONTHLY -> monthly;
        case QUARTERLY -> quarterly;
        case YEARLY -> yearly;
      };
    }
  }
}
