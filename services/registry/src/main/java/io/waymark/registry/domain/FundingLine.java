package io.waymark.registry.domain;

import java.math.BigDecimal;

/**
 * Money from one source.
 *
 * @param amount 1e8 CNY (亿元), not negative
 */
public record FundingLine(FundingSource source, BigDecimal amount, Provenance provenance) {}
