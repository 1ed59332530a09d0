package io.waymark.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a project at the as-of date.
 *
 * @param percentComplete the last reported physical percent complete
 * @param percentDate the day that it speaks of
 * @param scheduledPercent where the schedule stood on that day, 0..100; null without a schedule
 * @param ratio reported / scheduled; null where nothing was due yet
 * @param pointsBehind percentage points behind (+) or ahead (-)
 * @param plannedFinish the planned finish as registered
 * @param declaredFinish the finish that the bureau declared last
 * @param finishP10 10 % of outcomes finish on or before this day
 * @param finishP50 median finish
 * @param finishP90 90 % of outcomes finish on or before this day
 * @param pOnTime chance of finishing by the planned finish, moved by approved stops
 * @param expectedDelayDays median finish - planned finish moved by approved stops; negative is
 *     early
 */
public record ProjectFigures(
    @Nullable Double percentComplete,
    @Nullable LocalDate percentDate,
    @Nullable Double scheduledPercent,
    @Nullable Double ratio,
    @Nullable Double pointsBehind,
    @Nullable LocalDate plannedFinish,
    @Nullable LocalDate declaredFinish,
    @Nullable LocalDate finishP10,
    @Nullable LocalDate finishP50,
    @Nullable LocalDate finishP90,
    @Nullable Double pOnTime,
    @Nullable Integer expectedDelayDays) {}
