package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last mail of an alert said: the next one is due when the verdict has moved away from it.
 *
 * @param firstTransitionId the transition that the first mail told of; later mails refer to it so
 *     that they stay together
 * @param shortfall expected amount on the bad side of the target, or days late for a project
 * @param chance probability of meeting the target or the planned finish; null if the mail could not
 *     say
 * @param mainCause project that cost most
 */
public record Told(
    Instant at,
    String firstTransitionId,
    double shortfall,
    @Nullable Double chance,
    String mainCause,
    Severity severity) {}
