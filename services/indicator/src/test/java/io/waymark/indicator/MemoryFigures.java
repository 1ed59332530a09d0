package io.waymark.indicator;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.domain.FigureStore;
import io.waymark.proto.indicator.v1.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures that are forgotten with the test. */
final class MemoryFigures implements FigureStore {
  private final Map<String, List<Observation>> byPlan = new HashMap<>();

  @Override
  public void append(String planId, Observation figure) {
    if (byPlan.values().stream()
        .flatMap(List::stream)
        .anyMatch(one -> one.getObservationId().equals(figure.getObservationId()))) {
      throw new IllegalStateException(figure.getObservationId() + " (expected: a new id)");
    }
    byPlan.computeIfAbsent(planId, id -> new ArrayList<>()).add(figure);
  }

  @Override
  public Optional<Observation> inForce(String planId, String indicatorId, String periodEnd) {
    return list(planId, indicatorId, null).stream()
        .filter(one -> one.getPeriodEnd().equals(periodEnd))
        .findFirst();
  }

  @Override
  public List<Observation> list(String planId, String indicatorId, @Nullable Instant knownAt) {
    // the sort is stable: of one period the last appended stays first
    return byPlan.getOrDefault(planId, List.of()).reversed().stream()
        .filter(one -> one.getIndicatorId().equals(indicatorId))
        .filter(one -> knownAt == null || !at(one.getRecordedAt()).isAfter(knownAt))
        .sorted(Comparator.comparing(Observation::getPeriodEnd).reversed())
        .toList();
  }

  static Instant at(Timestamp recorded) {
    return Instant.ofEpochSecond(recorded.getSeconds(), recorded.getNanos());
  }
}
