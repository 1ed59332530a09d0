package io.waymark.indicator.judge;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.PinnedPart;
import io.waymark.proto.indicator.v1.PinnedVersion;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ProjectState;
import java.time.LocalDate;
import java.util.ArrayList;
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
    addSteps(pinned, target);
    addBureau(pinned, indicator.getLeadBureauId());
    addFeeders(pinned, indicator);
    if (indicator.hasRollsUp()) {
      Set<String> places = comparables(indicator.getIndicatorId());
      inputs.addAll(places);
      pinned.clearInputIds().addAllInputIds(inputs).addAllReferenceIds(places);
      pinned.addAllParts(parts(indicator));
    }
    return pinned.build();
  }

  /** The annual plans' targets that the schedule goes through, each beside its plan. */
  private void addSteps(Pins.Builder pinned, Target target) {
    for (AnnualStep step : facts.stepsTo(target)) {
      String planId = step.plan().getPlanId();
      pinned.addVersions(
          version(PinnedKind.PINNED_KIND_PLAN, planId, step.planVersion()).toBuilder()
              .setPlanId(planId));
      pinned.addVersions(
          version(
                  PinnedKind.PINNED_KIND_TARGET,
                  step.target().getTargetId(),
                  step.target().getVersion())
              .toBuilder()
              .setPlanId(planId));
    }
  }

  private void addFeeders(Pins.Builder pinned, Indicator indicator) {
    facts.feeders().getOrDefault(indicator.getIndicatorId(), List.of()).stream()
        .map(id -> Objects.requireNonNull(facts.projects().get(id), id))
        .forEach(state -> pinned.addVersions(project(state)));
  }

  /** A part that is not known yet pins nothing. */
  private List<PinnedPart> parts(Indicator whole) {
    List<PinnedPart> parts = new ArrayList<>();
    for (RollUpPart part : whole.getRollsUp().getPartsList()) {
      Facts its = facts.parts().get(part.getPlanId());
      Indicator indicator = its == null ? null : its.indicators().get(part.getIndicatorId());
      if (its != null && indicator != null) {
        parts.add(
            PinnedPart.newBuilder()
                .setPlanId(part.getPlanId())
                .setIndicatorId(part.getIndicatorId())
                .setPins(new Pinning(its, asOf).ofPart(indicator))
                .build());
      }
    }
    parts.sort(comparing(PinnedPart::getPlanId).thenComparing(PinnedPart::getIndicatorId));
    return parts;
  }

  /** All its targets: which of them is the aim depends on the whole's due date. */
  private Pins ofPart(Indicator indicator) {
    String id = indicator.getIndicatorId();
    Set<String> inputs = comparables(id);
    Pins.Builder pinned =
        Pins.newBuilder()
            .setRulebook(facts.rulebook().name())
            .setRulebookVersion(facts.rulebook().version())
            .addAllReferenceIds(inputs);
    offered(id, inputs);
    offered(indicator.getFollowsIndicatorId(), inputs);
    facts.feeders().getOrDefault(id, List.of()).stream()
        .flatMap(project -> reports(project).stream())
        .forEach(inputs::add);
    pinned.addAllInputIds(inputs).addVersions(plan());
    pinned.addVersions(
        version(
            PinnedKind.PINNED_KIND_INDICATOR,
            id,
            Objects.requireNonNull(facts.versions().indicators().get(id))));
    indicator
        .getTargetsList()
        .forEach(target ->
            pinned.addVersions(
                version(PinnedKind.PINNED_KIND_TARGET, target.getTargetId(), target.getVersion())));
    addFeeders(pinned, indicator);
    return pinned.addAllParts(parts(indicator)).build();
  }

  private List<String> reports(String projectId) {
    return InForce.told(Objects.requireNonNull(facts.projects().get(projectId), projectId)).stream()
        .filter(report -> !LocalDate.parse(report.getAsOf()).isAfter(asOf))
        .map(ProgressReport::getReportId)
        .toList();
  }

  private Set<String> comparables(String indicatorId) {
    return facts.comparables().getOrDefault(indicatorId, List.of()).stream()
        .flatMap(List::stream)
        .filter(observation -> !LocalDate.parse(observation.getPeriodEnd()).isAfter(asOf))
        .map(Observation::getObservationId)
        .collect(toCollection(TreeSet::new));
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
