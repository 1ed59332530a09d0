package io.waymark.registry.domain;

import java.util.EnumSet;
import java.util.Set;

/** The three stores (三库), read off the phase. */
public enum Store {
  CATALOGUE,
  RESERVE,
  IMPLEMENTATION;

  /** The store of a project in this phase. */
  public static Store of(Phase phase) {
    return switch (phase) {
      case UNSPECIFIED, RESERVE -> CATALOGUE;
      case PREPARATION -> RESERVE;
      case STARTED, BUILDING, COMPLETED, OPERATING -> IMPLEMENTATION;
    };
  }

  /** The phases that put a project into it. */
  public Set<Phase> phases() {
    Set<Phase> phases = EnumSet.allOf(Phase.class);
    phases.removeIf(phase -> of(phase) != this);
    return phases;
  }
}
