package io.waymark.registry.domain;

import io.waymark.calendar.reporting.DueRules;
import java.time.Instant;

/**
 * A rule of a plan's reporting calendar as it was set.
 *
 * @param entry the rule and since when it holds
 * @param actor who set it
 * @param recordedAt when it was set
 */
public record RuleSetting(String planId, DueRules.Entry entry, Actor actor, Instant recordedAt) {}
