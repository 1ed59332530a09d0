package io.waymark.registry.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a project stands in its life: 储备 → 前期 → 开工 → 在建 → 建成 → 投产. */
public enum Phase {
  UNSPECIFIED,
  RESERVE,
  PREPARATION,
  STARTED,
  BUILDING,
  COMPLETED,
  OPERATING;

  /** Phases that a project stays in; the others are moments, which one report may pass over. */
  private static final Set<Phase> STAGES = EnumSet.of(PREPARATION, BUILDING);

  static final Set<Phase> STATED = EnumSet.complementOf(EnumSet.of(UNSPECIFIED));

  /** The phases between this one and a later one; none for a step back. */
  public List<Phase> passedOverTo(Phase later) {
    if (this == UNSPECIFIED || !isBefore(later)) {
      return List.of();
    }
    Set<Phase> between = EnumSet.range(this, later);
    between.remove(this);
    between.remove(later);
    return List.copyOf(between);
  }

  boolean isStage() {
    return STAGES.contains(this);
  }

  boolean isBefore(Phase other) {
    return compareTo(other) < 0;
  }
}
