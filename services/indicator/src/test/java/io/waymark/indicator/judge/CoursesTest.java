package io.waymark.indicator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.CoursePoint;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Suspension;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoursesTest {
  private static final ProjectState.Builder LINE =
      ProjectState.newBuilder()
          .setProject(
              Project.newBuilder()
                  .setPlannedStart("2026-01-01")
                  .setPlannedFinish("2026-04-11")
                  .build());

  @Test
  void withoutStopsTheScheduleIsItsTwoEnds() {
    assertThat(schedule(LINE.build())).containsExactly("2026-01-01 0.0", "2026-04-11 100.0");
  }

  @Test
  void whileTheClockIsStoppedTheScheduleStandsStillAndThenMovesOn() {
    ProjectState stopped =
        LINE.clone()
            .addSuspensions(Suspension.newBuilder().setFrom("2026-02-10").setUntil("2026-03-02"))
            .build();
    assertThat(schedule(stopped))
        .containsExactly(
            "2026-01-01 0.0", "2026-02-10 40.0", "2026-03-02 40.0", "2026-05-01 100.0");
  }

  @Test
  void aStopBeforeTheStartMovesNothing() {
    ProjectState stopped =
        LINE.clone()
            .addSuspensions(Suspension.newBuilder().setFrom("2025-02-10").setUntil("2025-03-02"))
            .build();
    assertThat(schedule(stopped)).containsExactly("2026-01-01 0.0", "2026-04-11 100.0");
  }

  @Test
  void reportsWithoutAPercentAreNoPointsAndOnlyTheLastFortyAreKept() {
    ProjectState.Builder reported = LINE.clone();
    for (int i = 0; i < 50; i++) {
      reported.addReports(
          ProgressReport.newBuilder()
              .setAsOf("2026-%02d-%02d".formatted(1 + i / 28, 1 + i % 28))
              .setPercentComplete(i));
    }
    reported.addReports(ProgressReport.newBuilder().setAsOf("2026-12-01"));
    List<CoursePoint> history = Courses.ofProject(reported.build()).getHistoryList();
    assertThat(history).hasSize(Courses.HISTORY);
    assertThat(history.getFirst().getValue()).isEqualTo(10);
    assertThat(history.getLast().getValue()).isEqualTo(49);
  }

  private static List<String> schedule(ProjectState state) {
    return Courses.ofProject(state).getScheduleList().stream()
        .map(point -> point.getDate() + " " + point.getValue())
        .toList();
  }
}
