package io.waymark.registry.domain;

/** Place of a bureau in the tree, the highest first. */
public enum BureauLevel {
  UNSPECIFIED,
  CITY,
  DISTRICT,
  BUREAU,
  OFFICE;

  /** Whether a bureau of this level may be the superior of one of {@code other}. */
  boolean mayStandAbove(BureauLevel other) {
    return this == UNSPECIFIED || other == UNSPECIFIED || compareTo(other) <= 0;
  }
}
