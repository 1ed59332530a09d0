package io.waymark.judging;

import org.jspecify.annotations.Nullable;

/**
 * The three lights of a subject and the overall one.
 *
 * @param position 进度: against schedule progress
 * @param outlook 前景: will it be met
 * @param freshness 时效: is the figure recent enough for its frequency
 * @param overall 四色: the rule over the three
 * @param unknownReason why the overall light is unknown; null if it is known
 */
public record Lights(
    Light position,
    Light outlook,
    Light freshness,
    Light overall,
    @Nullable UnknownReason unknownReason) {

  /**
   * The rule over the three. Bad news counts at once; good news needs a position that rests on
   * figures, and figures that are not two periods old.
   */
  static Lights of(Light position, Light outlook, Light freshness, @Nullable UnknownReason reason) {
    Light worst = position.worse(outlook);
    if (!worst.bad() && position == Light.UNKNOWN) {
      worst = Light.UNKNOWN;
    }
    if (!worst.bad() && worst != Light.UNKNOWN && freshness == Light.OFF_TRACK) {
      worst = Light.AT_RISK;
    }
    UnknownReason why = reason == null ? UnknownReason.NO_DATA_YET : reason;
    return new Lights(position, outlook, freshness, worst, worst == Light.UNKNOWN ? why : null);
  }
}
