package io.waymark.registry.domain;

/** Where a figure comes from; it travels with the figure to every reader. */
public enum Provenance {
  REPORTED,
  PUBLISHED,
  ASSUMED,
  SIMULATED
}
