package io.waymark.judging;

import java.math.BigDecimal;

/**
 * What a project adds to an indicator.
 *
 * @param projectId the project
 * @param amount in the indicator's unit; negative where the project lowers the figure
 * @param mode when it counts
 * @param forecast the project's progress so far and its chance of completion
 * @param assumed the amount is assumed rather than published
 * @param group the bureau that leads the project: those of one bureau are late together; empty: the
 *     project stands alone
 */
public record Contribution(
    String projectId,
    BigDecimal amount,
    ContributionMode mode,
    ProjectForecast forecast,
    boolean assumed,
    String group) {
  /** Of a project that stands alone. */
  public Contribution(
      String projectId,
      BigDecimal amount,
      ContributionMode mode,
      ProjectForecast forecast,
      boolean assumed) {
    this(projectId, amount, mode, forecast, assumed, "");
  }
}
