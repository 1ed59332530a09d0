package io.waymark.registry.domain;

import java.time.LocalDate;

/**
 * One point of a project's own schedule.
 *
 * @param percent planned cumulative percent complete, 0..100
 * @param milestone empty for a mere point of the curve
 */
public record SchedulePoint(LocalDate date, double percent, LocalizedText milestone) {}
