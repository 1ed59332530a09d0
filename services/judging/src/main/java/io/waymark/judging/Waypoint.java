package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A figure that the schedule of a target passes through, such as an annual plan's target. */
public record Waypoint(LocalDate date, BigDecimal value) {}
