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
import java.time.temporal.ChronoUnit;
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
      case 2 ->
          random.nextBoolean()
              ? new ProjectCommand.Resume(PUMP, "k" + step, day, "doc")
              : new ProjectCommand.Suspend(
                  PUMP, "k" + step, day, "stop", "doc", later(day, random), "");
      case 5 -> move(random, step, day);
      case 6 -> Samples.revision("k" + step, later(day, random), later(day, random));
      case 3, 4 -> report(step, day, random.nextInt(140), someReport(random));
      default -> report(step, day, random.nextInt(110), "");
    };
  }

  private static String later(String day, Random random) {
    return LocalDate.parse(day).plusDays(random.nextInt(1, 500)).toString();
  }

  private ProjectCommand move(Random random, int step, String day) {
    List<PhaseMove> moves = state == null ? List.of() : state.moves();
    return new ProjectCommand.MovePhase(
        PUMP,
        "k" + step,
        phase(random),
        day,
        random.nextInt(4) == 0 ? "" : "reason",
        random.nextInt(4) == 0 ? "" : "doc",
        moves.isEmpty() || random.nextInt(4) > 0
            ? ""
            : moves.get(random.nextInt(moves.size())).moveId());
  }

  private static String phase(Random random) {
    List<Phase> stated = List.copyOf(Phase.STATED);
    return stated.get(random.nextInt(stated.size())).name();
  }

  private static ProjectCommand report(int step, String day, double percent, String corrects) {
    return Samples.report(
        PUMP,
        "k" + step,
        new ReportDraft(
            day,
            OptionalDouble.of(percent),
            "",
            "",
            step % 3 == 0 ? phase(new Random(step)) : "",
            "",
            corrects,
            ""));
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
    assertThat(stopped(state)).isEqualTo(asManyDaysAsStopsTogether(state));
    assertThat(state.phase()).isEqualTo(lastSaid(state));
    for (int i = 1; i < state.suspensions().size(); i++) {
      Suspension earlier = state.suspensions().get(i - 1);
      assertThat(earlier.until().orElseThrow())
          .isAfter(earlier.from())
          .isBeforeOrEqualTo(state.suspensions().get(i).from());
    }
  }

  /** No day is stopped twice: the days counted one by one are the lengths added up. */
  private static long stopped(ProjectState state) {
    return LocalDate.of(2025, 1, 1)
        .datesUntil(LocalDate.of(2030, 1, 1))
        .filter(day -> state.suspensions().stream().anyMatch(stop -> covers(stop, day)))
        .count();
  }

  private static boolean covers(Suspension stop, LocalDate day) {
    return !day.isBefore(stop.from()) && stop.until().map(day::isBefore).orElse(true);
  }

  private static long asManyDaysAsStopsTogether(ProjectState state) {
    LocalDate end = LocalDate.of(2030, 1, 1);
    return state.suspensions().stream()
        .mapToLong(stop -> stop.from().until(stop.until().orElse(end), ChronoUnit.DAYS))
        .sum();
  }

  /** By walking over everything that is in force, in the order of days and of recording. */
  private static Phase lastSaid(ProjectState state) {
    Phase phase = state.definition().phase();
    LocalDate day = LocalDate.MIN;
    long order = 0;
    for (ProgressReport report : state.reports()) {
      if (report.phase() != Phase.UNSPECIFIED) {
        phase = report.phase();
        day = report.asOf();
        order = Long.parseLong(report.reportId().substring(report.reportId().lastIndexOf('.') + 1));
      }
    }
    for (PhaseMove move : state.moves()) {
      if (move.date().isAfter(day) || (move.date().equals(day) && move.order() > order)) {
        phase = move.phase();
        day = move.date();
        order = move.order();
      }
    }
    return phase;
  }
}
