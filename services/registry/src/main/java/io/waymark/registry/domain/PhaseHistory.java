package io.waymark.registry.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was ever said about a project's phase, what was taken back included.
 *
 * @param registered the phase at registration, as the plan said last
 * @param steps oldest day first
 */
public record PhaseHistory(Phase registered, List<PhaseStep> steps) {
  /** The history that some events tell; there is at least the registration. */
  public static PhaseHistory of(List<RecordedEvent> events) {
    @Nullable ProjectState state = null;
    List<PhaseWord> said = new ArrayList<>();
    for (RecordedEvent recorded : events) {
      state = Projects.evolve(state, recorded.event());
      if (recorded.event() instanceof ProjectEvent.Reported(var report)
          && report.phase() != Phase.UNSPECIFIED) {
        said.add(PhaseWord.of(report));
      } else if (recorded.event() instanceof ProjectEvent.Moved(var move)) {
        said.add(PhaseWord.of(move));
      }
    }
    if (state == null) {
      throw new IllegalArgumentException("events: none (expected: a registration)");
    }
    return new PhaseHistory(state.definition().phase(), steps(state, said));
  }

  private static List<PhaseStep> steps(ProjectState state, List<PhaseWord> said) {
    PhaseTimeline timeline = PhaseTimeline.of(state);
    List<PhaseStep> steps = new ArrayList<>(timeline.steps());
    Set<String> told = new HashSet<>();
    steps.forEach(step -> told.add(step.moveId()));
    for (PhaseWord word : said) {
      Phase from = timeline.before(word.date());
      boolean withdrawn = !state.hasInForce(word.id()) && !state.hasMove(word.id());
      if (!told.contains(word.id()) && withdrawn && from != word.phase()) {
        steps.add(PhaseStep.of(word, from, true));
      }
    }
    steps.sort(
        Comparator.comparing(PhaseStep::date)
            .thenComparingLong(step -> RecordIds.order(step.moveId())));
    return steps;
  }
}
