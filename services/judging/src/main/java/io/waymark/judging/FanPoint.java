package io.waymark.judging;

import java.time.LocalDate;

/** One date of the projection fan. */
public record FanPoint(LocalDate date, Quantiles quantiles) {}
