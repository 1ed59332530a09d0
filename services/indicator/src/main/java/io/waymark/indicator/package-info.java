/**
 * The indicator service: plans, indicators, targets, observations, and their judgement.
 *
 * <p>Definitions travel and rest as the contract's messages; the domain model that judges them is
 * the records of {@link io.waymark.judging}.
 */
@NullMarked
package io.waymark.indicator;

import org.jspecify.annotations.NullMarked;
