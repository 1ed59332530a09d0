package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stand-in for a time: a person with an address, or a whole bureau.
 *
 * @param bureauId the bureau that stands in; empty where a person does
 * @param until first day on which it no longer stands in; empty until further notice
 */
public record Delegate(
    String name,
    String email,
    String bureauId,
    LocalDate from,
    Optional<LocalDate> until,
    String reason) {}
