package io.waymark.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the expected gap. All causes of a target add up to its expected gap.
 *
 * @param projectId the project, or of a roll-up the part's key; null if the cause is the
 *     indicator's own trend, or of a roll-up what the parts' targets lack of the whole's
 * @param amount for a project the amount expected missing at the due date: counted on completion,
 *     amount x (chance of completion - 1); in proportion, only what is expected not to be built by
 *     then; for the trend what it is expected to add less what the projects leave for it to add
 * @param pComplete the chance 0..1 that the project completes by the due date; 0 for the trend
 * @param expectedFinish the median finish; null for the trend, or if finished on an unknown day
 * @param contribution the project's whole contribution; 0 for the trend
 * @param assumed the project's amount is assumed
 * @param simulated a simulated report went into the project's forecast
 */
public record Cause(
    @Nullable String projectId,
    double amount,
    double pComplete,
    @Nullable LocalDate expectedFinish,
    double contribution,
    boolean assumed,
    boolean simulated) {}
