package io.waymark.rulebooks.scoring;

import io.waymark.judging.Text;
import java.math.BigDecimal;

/**
 * One line of a component's arithmetic.
 *
 * @param subject the target, project or alert
 * @param amount what it brings, weight included
 * @param weight how much it counts
 * @param label why it brings that
 */
public record Input(String subject, BigDecimal amount, BigDecimal weight, Text label) {}
