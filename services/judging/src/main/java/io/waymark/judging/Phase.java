package io.waymark.judging;

/** Where a project stands in its life: 谋划 → 前期 → 开工 → 在建 → 建成 → 投产. */
public enum Phase {
  /** 谋划/储备. */
  RESERVE,
  /** 前期. */
  PREPARATION,
  /** 开工. */
  STARTED,
  /** 在建. */
  BUILDING,
  /** 建成. */
  COMPLETED,
  /** 投产. */
  OPERATING;

  boolean done() {
    return this == COMPLETED || this == OPERATING;
  }
}
