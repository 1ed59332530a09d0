package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.PinnedVersion;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.registry.v1.ProjectState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names everything that a judgement stands on, so that it can be made again from exactly that: not
 * from what was recorded before some instant, since a transaction may record earlier and commit
 * later than the one that judged.
 */
final class Pinning {
  private final Facts facts;
  private final LocalDate asOf;

  Pinning(Facts facts, LocalDate asOf) {
    this.facts = facts;
    this.asOf = asOf;
  }

  Pins ofProject(Pins pins, ProjectState state) {
    Pins.Builder pinned = pins.toBuilder().addVersions(plan());
    addBureau(pinned, state.getProject().getLeadBureauId());
    return pinned.addVersions(project(state)).build();
  }

  /** All figures that were offered are pinned, whether or not the engine made use of them. */
  Pins ofTarget(Pins pins, Indicator indicator, Target target) {
    Set<String> inputs = new TreeSet<>(pins.getInputIdsList());
    List.of(indicator.getIndicatorId(), indicator.getFollowsIndicatorId())
        .forEach(id -> offered(id, inputs));
    Pins.Builder pinned = pins.toBuilder().clearInputIds().addAllInputIds(inputs);
    pinned.addVersions(plan());
    pinned.addVersions(
        version(
            PinnedKind.PINNED_KIND_INDICATOR,
            indicator.getIndicatorId(),
            Objects.requireNonNull(facts.versions().indicators().get(indicator.getIndicatorId()))));
    if (target.getTrajectory() == Trajectory.TRAJECTORY_ANNUAL_TARGETS) {
      indicator.getTargetsList().stream()
          .filter(other -> !other.getTargetId().equals(target.getTargetId()))
          .forEach(other ->
              pinned.addVersions(
                  version(PinnedKind.PINNED_KIND_TARGET, other.getTargetId(), other.getVersion())));
    }
    addBureau(pinned, indicator.getLeadBureauId());
    facts.feeders().getOrDefault(indicator.getIndicatorId(), List.of()).stream()
        .map(id -> Objects.requireNonNull(facts.projects().get(id), id))
        .forEach(state -> pinned.addVersions(project(state)));
    return pinned.build();
  }

  private void offered(String indicatorId, Set<String> inputs) {
    facts.observationsOf(indicatorId).stream()
        .filter(observation -> !LocalDate.parse(observation.getPeriodEnd()).isAfter(asOf))
        .forEach(observation -> inputs.add(observation.getObservationId()));
  }

  private PinnedVersion plan() {
    return version(PinnedKind.PINNED_KIND_PLAN, facts.plan().getPlanId(), facts.versions().plan());
  }

  private void addBureau(Pins.Builder pinned, String bureauId) {
    Map<String, Long> known = facts.versions().bureaus();
    if (known.containsKey(bureauId)) {
      pinned.addVersions(
          version(
              PinnedKind.PINNED_KIND_BUREAU,
              bureauId,
              Objects.requireNonNull(known.get(bureauId))));
    }
  }

  private static PinnedVersion project(ProjectState state) {
    return version(
        PinnedKind.PINNED_KIND_PROJECT, state.getProject().getProjectId(), state.getVersion());
  }

  private static PinnedVersion version(PinnedKind kind, String id, long version) {
    return PinnedVersion.newBuilder().setKind(kind).setId(id).setVersion(version).build();
  }
}
