package io.waymark.judging;

/**
 * The judgement of the same subject that was in force before: its lights hold against a number that
 * only wobbles about a bound.
 *
 * @param judgementId pinned, so that a replay gives the same bytes
 * @param position its position light
 * @param outlook its outlook light
 */
public record Previous(String judgementId, Light position, Light outlook) {
  /** Nothing was judged before, or nothing that may hold a light: there is no dead band. */
  public static final Previous NONE = new Previous("", Light.UNKNOWN, Light.UNKNOWN);
}
