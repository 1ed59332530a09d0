package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One figure of an indicator.
 *
 * @param id the observation's id; it is pinned in the judgement
 * @param periodEnd the last day of the period that it speaks of
 * @param value the figure in the indicator's unit
 * @param exactness how exactly it is stated
 * @param simulated made up by a demo scenario
 * @param assumed not stated anywhere but assumed by a written rule
 */
public record Figure(
    String id,
    LocalDate periodEnd,
    BigDecimal value,
    Exactness exactness,
    boolean simulated,
    boolean assumed) {}
