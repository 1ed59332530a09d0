package io.waymark.judging;

/** How a figure must relate to the target. */
public enum Comparator {
  /** 达到/以上: at least. */
  GE,
  /** 突破/超过: more than. */
  GT,
  /** 以内/控制在: at most. */
  LE,
  /** 低于: less than. */
  LT,
  /** 左右: about, within the tolerance that the rulebook states. */
  APPROX,
  /** A bare number: reached in the target's direction is met, more is no miss. */
  EQ
}
