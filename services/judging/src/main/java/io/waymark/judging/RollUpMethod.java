package io.waymark.judging;

/** How parts make up the whole. */
public enum RollUpMethod {
  /** The sum of the parts, each times its weight. */
  SUM,
  /** The mean of the parts by weight. */
  WEIGHTED_MEAN
}
