package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A plan with its parent, its children and whichever plans they name, as they stand today. */
public final class PlanFamily {
  private final Plan plan;
  private final Map<String, Plan> plans = new TreeMap<>();
  private final Map<String, Map<String, PlacedTarget>> targets = new HashMap<>();
  private final Map<String, Collection<Indicator>> indicators = new HashMap<>();
  private final Map<String, List<Decomposition>> decompositions = new HashMap<>();
  private final Map<String, Bureau> bureaus;
  private final Map<String, Set<String>> contributors;

  /**
   * Creates a family of one plan; the others are added.
   *
   * @param bureaus by id
   * @param contributors by indicator id of the plan: the bureaus that lead the projects which feed
   *     it
   */
  public PlanFamily(Plan plan, Map<String, Bureau> bureaus, Map<String, Set<String>> contributors) {
    this.plan = plan;
    this.bureaus = Map.copyOf(bureaus);
    this.contributors = Map.copyOf(contributors);
  }

  /** Adds a plan, the first one included, with its targets in force and its shares. */
  public void add(Plan added, Collection<Indicator> itsIndicators, List<Decomposition> itsShares) {
    plans.put(added.getPlanId(), added);
    indicators.put(added.getPlanId(), List.copyOf(itsIndicators));
    decompositions.put(added.getPlanId(), List.copyOf(itsShares));
    Map<String, PlacedTarget> placed = new TreeMap<>();
    for (Indicator indicator : itsIndicators) {
      for (Target target : indicator.getTargetsList()) {
        placed.put(target.getTargetId(), new PlacedTarget(added, indicator, target));
      }
    }
    targets.put(added.getPlanId(), placed);
  }

  Plan plan() {
    return plan;
  }

  Collection<Plan> plans() {
    return plans.values();
  }

  Optional<Plan> plan(String planId) {
    return Optional.ofNullable(plans.get(planId));
  }

  Optional<PlacedTarget> target(String planId, String targetId) {
    return Optional.ofNullable(targets.getOrDefault(planId, Map.of()).get(targetId));
  }

  Collection<PlacedTarget> targets(String planId) {
    return targets.getOrDefault(planId, Map.of()).values();
  }

  Collection<Indicator> indicators(String planId) {
    return indicators.getOrDefault(planId, List.of());
  }

  List<Decomposition> decompositions(String planId) {
    return decompositions.getOrDefault(planId, List.of());
  }

  /** The last target of an indicator: the one that its plan ends with. */
  Optional<PlacedTarget> lastTarget(String planId, String indicatorId) {
    return targets(planId).stream()
        .filter(placed -> placed.indicator().getIndicatorId().equals(indicatorId))
        .reduce((one, other) -> other.due().isBefore(one.due()) ? one : other);
  }

  Map<String, Bureau> bureaus() {
    return bureaus;
  }

  Set<String> contributors(String indicatorId) {
    return contributors.getOrDefault(indicatorId, Set.of());
  }
}
