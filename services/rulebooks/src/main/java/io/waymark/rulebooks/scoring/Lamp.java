package io.waymark.rulebooks.scoring;

/** Which of a subject's lights. */
public enum Lamp {
  /** 进度. */
  POSITION,
  /** 前景. */
  OUTLOOK,
  /** 时效. */
  FRESHNESS,
  /** 总体. */
  OVERALL
}
