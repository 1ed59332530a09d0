package io.waymark.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One point of a project's own schedule: an S-curve's or a weighted milestone's.
 *
 * @param date the planned day, without stops
 * @param percent planned physical percent complete by the end of that day, 0..100
 * @param milestone what is then to be reached; null for a mere point of the curve
 */
public record SchedulePoint(LocalDate date, double percent, @Nullable Text milestone) {}
