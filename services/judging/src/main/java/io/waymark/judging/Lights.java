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
 * @param level what the rulebook calls the position, such as 危急 / critical; null if it has no word
 *     of its own
 * @param colour what the rulebook's city calls the overall light, such as 红 / red
 */
public record Lights(
    Light position,
    Light outlook,
    Light freshness,
    Light overall,
    @Nullable UnknownReason unknownReason,
    @Nullable Text level,
    Text colour) {

  /** The rulebook's rule over the three. */
  static Lights of(
      Rulebook rulebook,
      Light position,
      @Nullable Text level,
      Light outlook,
      Light freshness,
      @Nullable UnknownReason reason) {
    Light overall = rulebook.overall().of(position, outlook, freshness);
    UnknownReason why = reason == null ? UnknownReason.NO_DATA_YET : reason;
    return new Lights(
        position,
        outlook,
        freshness,
        overall,
        overall == Light.UNKNOWN ? why : null,
        level,
        rulebook.colour(overall));
  }

  /** Lights that no rule has to put together. */
  static Lights given(Rulebook rulebook, Light position, Light outlook, Light fresh, Light all) {
    return new Lights(position, outlook, fresh, all, null, null, rulebook.colour(all));
  }
}
