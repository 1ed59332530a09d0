package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a target at the as-of date, in the target's unit.
 *
 * @param question what was asked
 * @param base the base figure as used; null if there is none
 * @param baseDate the day that it speaks of
 * @param value the last figure; null if there is none
 * @param valueDate the day that it speaks of
 * @param valueNow the last figure and, where projects carry the target, what they added since
 * @param comparedAt the day of the schedule that the position is compared with
 * @param scheduled where the schedule stands on that day
 * @param ratio progress made / progress due; null where nothing was due yet
 * @param pointsBehind percentage points of the whole way behind (+) or ahead (-)
 * @param gap valueNow - scheduled
 * @param expected the expected figure at the due date: the trend's median and the projects'
 *     expected additions
 * @param expectedGap expected - target
 * @param counted the figures that count, oldest first; where they start again each January, as sums
 *     of twelve months, or since the base where the target is a sum
 */
public record TargetFigures(
    TargetQuestion question,
    @Nullable BigDecimal base,
    @Nullable LocalDate baseDate,
    @Nullable BigDecimal value,
    @Nullable LocalDate valueDate,
    @Nullable Double valueNow,
    @Nullable LocalDate comparedAt,
    @Nullable Double scheduled,
    @Nullable Double ratio,
    @Nullable Double pointsBehind,
    @Nullable Double gap,
    @Nullable Double expected,
    @Nullable Double expectedGap,
    List<Figure> counted) {}
