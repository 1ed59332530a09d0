package io.waymark.judging;

/**
 * One step of the arithmetic behind a judgement.
 *
 * @param part which part it belongs to, such as "schedule" or "outlook"
 * @param label what is computed
 * @param arithmetic the computation in numbers, such as {@code 578 + (645 − 578) × 546 / 1826 =
 *     598.0}
 * @param result what follows from it
 */
public record Step(String part, Text label, String arithmetic, Text result) {}
