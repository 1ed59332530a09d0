package io.waymark.alerting.domain;

import java.time.LocalDate;

/**
 * A report that is owed.
 *
 * @param frequency "monthly", "quarterly" or "yearly"
 * @param from first day of the period that it tells of
 * @param until last day of the period
 * @param due the last day on which it is due
 * @param closes the last day on which it counts as in time
 */
public record OwedReport(
    String frequency, LocalDate from, LocalDate until, LocalDate due, LocalDate closes) {}
