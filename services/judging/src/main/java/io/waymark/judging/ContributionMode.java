package io.waymark.judging;

/** When a project's contribution to an indicator counts. */
public enum ContributionMode {
  /** The whole amount on the day of completion, such as a metro line. */
  ON_COMPLETION,
  /** In proportion to physical progress, such as renewed neighbourhoods. */
  IN_PROPORTION
}
