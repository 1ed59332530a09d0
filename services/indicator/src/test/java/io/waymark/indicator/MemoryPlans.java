package io.waymark.indicator;

import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Definitions, as far as the other fakes ask for them. */
final class MemoryPlans {
  private final Map<String, Plan> plans = new HashMap<>();
  private final Map<String, Map<String, Known>> indicators = new HashMap<>();

  /** An indicator in its newest version, and since when it is known. */
  record Known(Indicator indicator, Instant since) {}

  void load(ImportPlanRequest request, Instant now) {
    String planId = request.getPlan().getPlanId();
    plans.put(planId, request.getPlan());
    Map<String, Known> known = indicators.computeIfAbsent(planId, id -> new TreeMap<>());
    request
        .getIndicatorsList()
        .forEach(indicator ->
            known.merge(
                indicator.getIndicatorId(),
                new Known(indicator, now),
                (before, is) -> new Known(is.indicator(), before.since())));
  }

  Plan plan(String planId) {
    return Objects.requireNonNull(plans.get(planId), planId);
  }

  /** By id. */
  Collection<Known> indicators(String planId) {
    return indicators.getOrDefault(planId, Map.of()).values();
  }

  /** An indicator's id stands for its last target; any other id for itself. */
  String subjectId(String planId, String id) {
    Known known = indicators.getOrDefault(planId, Map.of()).get(id);
    List<Target> targets = known == null ? List.of() : known.indicator().getTargetsList();
    return targets.stream()
        .max(Comparator.comparing(Target::getDue))
        .map(Target::getTargetId)
        .orElse(id);
  }
}
