package io.waymark.indicator.judge;

import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a judgement of some subjects of one plan needs, as known at one instant.
 *
 * @param plan the plan
 * @param rulebook the rulebook that the plan names
 * @param indicators by id, with the versions of their targets that were in force
 * @param observations by indicator id: the figures in force, oldest period first
 * @param projects by id
 * @param feeders by indicator id: ids of the projects that feed it, sorted
 * @param bureauNames by bureau id
 * @param comparables by indicator id: the figures of the same quantity in other places, place by
 *     place, oldest period first
 * @param versions which versions of plan, indicators and bureaus these are
 * @param parts by plan id: the facts of what the indicators are made up of
 * @param steps by target id: targets of annual plans that its schedule goes through, first due
 *     first
 */
public record Facts(
    Plan plan,
    Rulebook rulebook,
    Map<String, Indicator> indicators,
    Map<String, List<Observation>> observations,
    Map<String, ProjectState> projects,
    Map<String, List<String>> feeders,
    Map<String, LocalizedText> bureauNames,
    Map<String, List<List<Observation>>> comparables,
    Versions versions,
    Map<String, Facts> parts,
    Map<String, List<AnnualStep>> steps) {

  /** The same facts under another rulebook. */
  public Facts judgedBy(Rulebook other) {
    return new Facts(
        plan,
        other,
        indicators,
        observations,
        projects,
        feeders,
        bureauNames,
        comparables,
        versions,
        parts,
        steps);
  }

  /** The same with other indicators, observations and projects. */
  Facts with(
      Map<String, Indicator> newIndicators,
      Map<String, List<Observation>> newObservations,
      Map<String, ProjectState> newProjects) {
    return new Facts(
        plan,
        rulebook,
        newIndicators,
        newObservations,
        newProjects,
        feeders,
        bureauNames,
        comparables,
        versions,
        parts,
        steps);
  }

  /**
   * The same with what a fork of another plan says otherwise, which is that of a part or one whose
   * annual targets the schedules go through.
   */
  public Facts withFork(Facts fork) {
    Map<String, Facts> changed = new HashMap<>(parts);
    changed.computeIfPresent(fork.plan().getPlanId(), (plan, part) -> part.overlaid(fork));
    Map<String, Target> targets = new HashMap<>();
    fork.indicators.values().stream()
        .flatMap(indicator -> indicator.getTargetsList().stream())
        .forEach(target -> targets.put(target.getTargetId(), target));
    Map<String, List<AnnualStep>> bent = new HashMap<>(steps);
    bent.replaceAll((id, those) ->
        those.stream()
            .map(step ->
                step.plan().getPlanId().equals(fork.plan().getPlanId()) ? step.as(targets) : step)
            .toList());
    return withParts(changed).withSteps(bent);
  }

  /** The same made up of other parts, by plan id. */
  public Facts withParts(Map<String, Facts> others) {
    return new Facts(
        plan,
        rulebook,
        indicators,
        observations,
        projects,
        feeders,
        bureauNames,
        comparables,
        versions,
        Map.copyOf(others),
        steps);
  }

  /** The same with the annual plans' targets of another day. */
  public Facts withSteps(Map<String, List<AnnualStep>> others) {
    return new Facts(
        plan,
        rulebook,
        indicators,
        observations,
        projects,
        feeders,
        bureauNames,
        comparables,
        versions,
        parts,
        Map.copyOf(others));
  }

  private Facts overlaid(Facts fork) {
    Map<String, Facts> deeper = new HashMap<>(parts);
    deeper.replaceAll((id, part) -> {
      Facts over = fork.parts.get(id);
      return over == null ? part : part.overlaid(over);
    });
    return with(
            overlaid(indicators, fork.indicators),
            overlaid(observations, fork.observations),
            overlaid(projects, fork.projects))
        .withParts(deeper);
  }

  private static <T> Map<String, T> overlaid(Map<String, T> under, Map<String, T> over) {
    Map<String, T> both = new HashMap<>(under);
    both.replaceAll((id, item) -> over.getOrDefault(id, item));
    over.forEach(both::putIfAbsent);
    return both;
  }

  /** Both, of one plan: what is in neither is in none. */
  public Facts and(Facts other) {
    return new Facts(
        plan,
        rulebook,
        overlaid(indicators, other.indicators),
        overlaid(observations, other.observations),
        overlaid(projects, other.projects),
        overlaid(feeders, other.feeders),
        overlaid(bureauNames, other.bureauNames),
        overlaid(comparables, other.comparables),
        versions.and(other.versions),
        overlaid(parts, other.parts),
        overlaid(steps, other.steps));
  }

  List<AnnualStep> stepsTo(Target target) {
    return steps.getOrDefault(target.getTargetId(), List.of());
  }

  List<Observation> observationsOf(String indicatorId) {
    return observations.getOrDefault(indicatorId, List.of());
  }

  LocalizedText bureauName(String bureauId) {
    return bureauNames.getOrDefault(bureauId, LocalizedText.getDefaultInstance());
  }
}
