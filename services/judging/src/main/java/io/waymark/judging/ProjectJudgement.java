package io.waymark.judging;

import java.util.List;

/**
 * The verdict on a project.
 *
 * @param forecast also what the project's contributions are projected with
 * @param steps the arithmetic in reading order, immutable; worded when it is first read
 * @param simulated a simulated report went in
 * @param assumed the planned dates are assumed
 */
public record ProjectJudgement(
    Lights lights,
    ProjectFigures figures,
    ProjectForecast forecast,
    List<Step> steps,
    Pins pins,
    boolean simulated,
    boolean assumed) {}
