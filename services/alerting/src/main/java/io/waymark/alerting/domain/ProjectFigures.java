package io.waymark.alerting.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a project at the as-of date; null where there is none.
 *
 * @param percentComplete 0..100
 * @param scheduledPercent 0..100
 * @param pOnTime probability 0..1 of finishing by the planned finish
 * @param expectedDelayDays median finish - planned finish; negative is early
 * @param obstacle what stands in the way in the bureau's words; empty if nothing
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
    @Nullable Integer expectedDelayDays,
    String obstacle) {}
