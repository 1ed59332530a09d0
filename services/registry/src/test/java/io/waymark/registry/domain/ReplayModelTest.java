package io.waymark.registry.domain;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives a project with random commands beside a model that a reader can check by eye. */
class ReplayModelTest {
  private final List<ProjectEvent> events = new ArrayList<>();
  private final List<ProgressReport> recorded = new ArrayList<>();
  private final Set<String> corrected = new HashSet<>();
  private @Nullable ProjectState state;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void replayGivesTheSameStateAndTheModelAgrees(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 300; step++) {
      tryOut(command(random, step), random.nextInt(10) == 0 ? WATER : callerFor(random));
      assertAgreement();
    }
    ProjectState replayed = null;
    for (ProjectEvent event : events) {
      replayed = Projects.evolve(replayed, event);
    }
    assertThat(replayed).isEqualTo(state);
    assertThat(events.size()).isGreaterThan(50);
  }

  private ProjectCommand command(Random random, int step) {
    String day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(560)).toString();
    return switch (random.nextInt(10)) {
      case 0 -> new ProjectCommand.Define(definition(PUMP, "water"));
      case 1 -> new ProjectCommand.Suspend(PUMP, "k" + step, day, "stop", "doc");
      case 2 -> new ProjectCommand.Resume(PUMP, "k" + step, day, "doc");
      case 3, 4 -> report(step, day, random.nextInt(140), someReport(random));
      default -> report(step, day, random.nextInt(110), "");
    };
  }

  private static ProjectCommand report(int step, String day, double percent, String corrects) {
    return Samples.report(
        PUMP,
        "k" + step,
        new ReportDraft(day, OptionalDouble.of(percent), "", "", "", "", corrects, ""));
  }

  private String someReport(Random random) {
    return recorded.isEmpty() ? "none" : recorded.get(random.nextInt(recorded.size())).reportId();
  }

  private static Requester callerFor(Random random) {
    return random.nextBoolean()
        ? new Requester(WATER.actor(), true, true)
        : random.nextBoolean() ? OFFICE : WATER;
  }

  private void tryOut(ProjectCommand command, Requester caller) {
    ProjectState before = state;
    try {
      Decision decision = Projects.decide(state, command, caller, NOW);
      for (ProjectEvent event : decision.events()) {
        state = Projects.evolve(state, event);
        events.add(event);
        if (event instanceof ProjectEvent.Reported(var report)) {
          recorded.add(report);
          corrected.add(report.correctsReportId());
        }
      }
      assertThat(state).isNotNull();
      assertThat(decision.reply().version()).isEqualTo(events.size());
    } catch (Failure refused) {
      assertThat(state).isSameAs(before);
    }
  }

  private void assertAgreement() {
    if (state == null) {
      assertThat(events).isEmpty();
      return;
    }
    assertThat(state.version()).isEqualTo(events.size());
    // a stable sort keeps the order of recording within a day
    assertThat(state.reports())
        .isEqualTo(
            recorded.stream()
                .filter(report -> !corrected.contains(report.reportId()))
                .sorted(Comparator.comparing(ProgressReport::asOf))
                .toList());
    for (int i = 1; i < state.suspensions().size(); i++) {
      Suspension earlier = state.suspensions().get(i - 1);
      assertThat(earlier.until().orElseThrow())
          .isAfter(earlier.from())
          .isBeforeOrEqualTo(state.suspensions().get(i).from());
    }
  }
}
