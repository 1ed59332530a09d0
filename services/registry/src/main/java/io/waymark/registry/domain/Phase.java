package io.waymark.registry.domain;

/** Where a project stands in its life: 谋划 → 前期 → 开工 → 在建 → 建成 → 投产. */
public enum Phase {
  UNSPECIFIED,
  RESERVE,
  PREPARATION,
  STARTED,
  BUILDING,
  COMPLETED,
  OPERATING
}
