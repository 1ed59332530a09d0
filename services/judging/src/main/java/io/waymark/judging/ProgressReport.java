package io.waymark.judging;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One progress report in force.
 *
 * @param id the report's id; it is pinned in the judgement
 * @param asOf the day that it speaks of
 * @param percent physical percent complete, 0..100; null if not reported
 * @param expectedFinish the finish that the bureau then expected; null if not stated
 * @param phase the new phase; null if unchanged
 * @param recordedAt when we learnt it; decides between two reports of one day
 * @param simulated made up by a demo scenario
 */
public record ProgressReport(
    String id,
    LocalDate asOf,
    @Nullable Double percent,
    @Nullable LocalDate expectedFinish,
    @Nullable Phase phase,
    Instant recordedAt,
    boolean simulated) {}
