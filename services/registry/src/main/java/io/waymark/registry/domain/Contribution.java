package io.waymark.registry.domain;

import java.math.BigDecimal;

/**
 * What a project adds to an indicator of the same plan.
 *
 * @param amount in the indicator's unit; negative where the project lowers the figure
 */
public record Contribution(
    String indicatorId, BigDecimal amount, ContributionMode mode, Provenance provenance) {}
