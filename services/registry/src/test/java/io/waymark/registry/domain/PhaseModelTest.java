package io.waymark.registry.domain;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Moves by command and by report on days in any order: whatever is taken, the pipeline that it
 * makes up is one that the rules allow.
 */
class PhaseModelTest {
  /** The later ones come seldom: after them hardly anything is taken. */
  private static final List<Phase> OFTEN_BACK =
      List.of(
          Phase.RESERVE,
          Phase.PREPARATION,
          Phase.STARTED,
          Phase.RESERVE,
          Phase.PREPARATION,
          Phase.STARTED,
          Phase.BUILDING,
          Phase.COMPLETED);

  private int taken;
  private int back;

  @Test
  void noOrderOfRecordingLeadsBackWithoutAnApproval() {
    for (long seed = 0; seed < 8; seed++) {
      record(new Random(seed));
    }
    assertThat(taken).isGreaterThan(200);
    assertThat(back).isGreaterThan(20);
  }

  private void record(Random random) {
    ProjectState state =
        Projects.evolve(null, new ProjectEvent.Registered(definition(PUMP, "water")));
    for (int day : days(random)) {
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
      state = tryOut(state, random, date);
      assertLawful(PhaseTimeline.of(state));
    }
  }

  private static List<Integer> days(Random random) {
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < 500; day++) {
      days.add(day);
    }
    Collections.shuffle(days, random);
    return days;
  }

  private ProjectState tryOut(ProjectState state, Random random, LocalDate date) {
    String phase = OFTEN_BACK.get(random.nextInt(OFTEN_BACK.size())).name();
    String text = random.nextBoolean() ? "" : "reason";
    boolean report = random.nextInt(3) == 0;
    Requester caller = random.nextBoolean() && !report ? OFFICE : WATER;
    ProjectCommand command =
        report
            ? new ProjectCommand.Report(
                PUMP,
                "k",
                new ReportDraft(date.toString(), OptionalDouble.of(1), "", "", phase, "", "", ""))
            : new ProjectCommand.MovePhase(PUMP, "k", phase, date.toString(), text, text, "");
    try {
      ProjectEvent event = Projects.decide(state, command, caller, NOW).events().getFirst();
      taken++;
      return Projects.evolve(state, event);
    } catch (Failure refused) {
      return state;
    }
  }

  private void assertLawful(PhaseTimeline timeline) {
    Phase before = Phase.PREPARATION;
    LocalDate day = LocalDate.MIN;
    for (PhaseStep step : timeline.steps()) {
      assertThat(step.from()).isEqualTo(before);
      assertThat(step.date()).isAfter(day);
      boolean first = timeline.wordBefore(step.date()).isEmpty();
      if (step.phase().isBefore(step.from()) && !first) {
        assertThat(step.approval()).as(step.toString()).isNotEmpty();
        assertThat(step.actor()).isEqualTo(OFFICE.actor());
        back++;
      }
      before = step.phase();
      day = step.date();
    }
    assertThat(timeline.last()).isEqualTo(before);
  }
}
