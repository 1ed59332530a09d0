package io.waymark.alerting.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cause of a target's gap.
 *
 * @param projectId empty if the cause is the indicator's own trend
 * @param amount in the target's unit; negative where it costs
 * @param pComplete probability 0..1 that the project completes by the target's due date
 * @param contribution the project's whole contribution
 * @param assumed whether amount or dates are assumed
 */
public record Cause(
    String projectId,
    Text name,
    double amount,
    double pComplete,
    @Nullable LocalDate expectedFinish,
    @Nullable LocalDate plannedFinish,
    double contribution,
    String leadBureauId,
    boolean assumed) {
  /** The same cause under another name. */
  public Cause named(Text newName) {
    return new Cause(
        projectId,
        newName,
        amount,
        pComplete,
        expectedFinish,
        plannedFinish,
        contribution,
        leadBureauId,
        assumed);
  }
}
