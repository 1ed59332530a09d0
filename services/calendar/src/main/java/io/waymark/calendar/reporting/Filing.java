package io.waymark.calendar.reporting;

import java.time.LocalDate;

/**
 * A report that came.
 *
 * @param speaksOf the day that its figures speak of
 * @param filedOn the day on which it was recorded
 */
public record Filing(LocalDate speaksOf, LocalDate filedOn) {}
