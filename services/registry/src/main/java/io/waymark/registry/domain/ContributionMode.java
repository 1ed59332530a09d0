package io.waymark.registry.domain;

/** When a project's contribution to an indicator counts. */
public enum ContributionMode {
  ON_COMPLETION,
  IN_PROPORTION
}
