package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An approved stop of the clock.
 *
 * @param from first day of the stop
 * @param until first day on which the clock runs again; empty while suspended
 * @param approval number of the approving document
 */
public record Suspension(
    LocalDate from, Optional<LocalDate> until, String reason, String approval) {}
