package io.waymark.indicator.judge;

import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.LocalizedText;
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
 */
public record Facts(
    Plan plan,
    Rulebook rulebook,
    Map<String, Indicator> indicators,
    Map<String, List<Observation>> observations,
    Map<String, ProjectState> projects,
    Map<String, List<String>> feeders,
    Map<String, LocalizedText> bureauNames) {

  /** The same facts under another rulebook. */
  public Facts judgedBy(Rulebook other) {
    return new Facts(plan, other, indicators, observations, projects, feeders, bureauNames);
  }

  /** The same with other indicators, observations and projects. */
  Facts with(
      Map<String, Indicator> newIndicators,
      Map<String, List<Observation>> newObservations,
      Map<String, ProjectState> newProjects) {
    return new Facts(
        plan, rulebook, newIndicators, newObservations, newProjects, feeders, bureauNames);
  }

  List<Observation> observationsOf(String indicatorId) {
    return observations.getOrDefault(indicatorId, List.of());
  }

  LocalizedText bureauName(String bureauId) {
    return bureauNames.getOrDefault(bureauId, LocalizedText.getDefaultInstance());
  }
}
