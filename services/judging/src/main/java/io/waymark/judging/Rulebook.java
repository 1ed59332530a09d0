package io.waymark.judging;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A named, versioned rule: thresholds as data. A judgement pins the rulebook that it used.
 *
 * @param name such as "wuhan"
 * @param version grows with every change of a threshold
 * @param title for readers
 * @param source where the rule is published
 * @param reading what of it is our reading
 * @param position the rule of the position light
 * @param target the rule of a target's outlook light
 * @param project the rule of a project's outlook light
 * @param projectTolerance a project's outlook is judged by its chance to finish by the planned
 *     finish plus this share of the planned duration
 * @param approxTolerance how far a figure may be from an approximate target (左右), as a share of it
 * @param grace the days after a period's end until its figure is due
 * @param overall the rule over the three lights
 * @param colours what the city calls the lights, such as 红 / red; a light that is not named keeps
 *     its own word
 */
public record Rulebook(
    String name,
    int version,
    Text title,
    Text source,
    Text reading,
    PositionRule position,
    Outlook target,
    Outlook project,
    double projectTolerance,
    double approxTolerance,
    Grace grace,
    Overall overall,
    Map<Light, Text> colours) {

  /** Copies the colours in the order of the lights. */
  public Rulebook {
    Map<Light, Text> ordered = new EnumMap<>(Light.class);
    ordered.putAll(colours);
    colours = Collections.unmodifiableMap(ordered);
  }

  /**
   * Outlook by probability.
   *
   * @param ahead from this probability on it is ahead, if its position is too
   * @param onTrack from this probability on it is on track
   * @param atRisk from this probability on it is at risk, below it off track
   * @param deadBand a better light needs this much more
   */
  public record Outlook(double ahead, double onTrack, double atRisk, double deadBand) {
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

  /**
   * The rule over the three lights. Bad news counts at once; good news needs a position that rests
   * on figures.
   *
   * @param outlookCounts whether the worse of position and outlook counts, or position alone
   * @param whenSilent nothing is better than this once two periods are missed
   */
  public record Overall(boolean outlookCounts, Light whenSilent) {
    Light of(Light position, Light outlook, Light freshness) {
      Light worst = outlookCounts ? position.worse(outlook) : position;
      if (!worst.bad() && position == Light.UNKNOWN) {
        worst = Light.UNKNOWN;
      }
      boolean silent = worst != Light.UNKNOWN && freshness == Light.OFF_TRACK;
      return silent ? worst.worse(whenSilent) : worst;
    }
  }

  /** The name and version by which a step of the arithmetic says which rule it used. */
  String pin() {
    return "(" + name + " " + version + ")";
  }

  /** What the rulebook's city calls a light. */
  public Text colour(Light light) {
    return colours.getOrDefault(light, light.word());
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
