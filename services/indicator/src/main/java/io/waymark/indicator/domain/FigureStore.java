package io.waymark.indicator.domain;

import io.waymark.proto.indicator.v1.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all plans. They are appended and never changed: of several for one period the one
 * appended last is in force, whatever the others say.
 */
public interface FigureStore {
  /** Appends a figure; its id must be new, its recorded time is what it says of itself. */
  void append(String planId, Observation figure);

  /**
   * The figure in force for a period.
   *
   * @param periodEnd the period's last day, as 2027-06-30
   */
  Optional<Observation> inForce(String planId, String indicatorId, String periodEnd);

  /**
   * All figures of an indicator, newest period first, superseded ones included, each after its
   * successor.
   *
   * @param knownAt only what was recorded at or before this instant; null for everything
   */
  List<Observation> list(String planId, String indicatorId, @Nullable Instant knownAt);
}
