package io.waymark.registry.wire;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.registry.domain.LocalizedText;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.Projects;
import io.waymark.registry.domain.ReportDraft;
import io.waymark.registry.domain.Requester;
import io.waymark.registry.domain.SchedulePointDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers and consumers get of a project with many reports. */
class ToldStatesTest {
  private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

  private io.waymark.registry.domain.@Nullable ProjectState state;

  @Test
  void aProjectWithFewReportsIsToldWhole() {
    report(50, "征地受阻");
    assertThat(told()).isEqualTo(ProjectWire.state(now()));
    assertThat(told().getReportsLeftOut()).isZero();
  }

  @Test
  void ofManyReportsTheNewestComeWholeAndOfTheOldestOneAMonth() {
    report(2000, "征地受阻");
    ProjectState told = told();
    assertThat(told.getReportsList().reversed().subList(0, 50))
        .allMatch(report -> report.getObstacle().equals("征地受阻"));
    assertThat(told.getReportsList().reversed().subList(50, 500))
        .allMatch(report -> report.getObstacle().isEmpty() && report.hasPercentComplete());
    LocalDate oldestOfNewest = FIRST.plusDays(1500);
    long months = FIRST.withDayOfMonth(1).until(oldestOfNewest).toTotalMonths();
    assertThat(told.getReportsCount()).isEqualTo(500 + (int) months);
    assertThat(told.getReports(0).getAsOf()).isEqualTo("2014-01-31");
    assertThat(told.getReportsLeftOut()).isEqualTo(2000 - told.getReportsCount());
    assertThat(told.getReportsList()).extracting(ProgressReport::getAsOf).isSorted();
  }

  @Test
  void thousandsOfTheLongestReportsStayFarBelowAMegabyte() {
    report(4500, "堵".repeat(2000));
    assertThat(told().getSerializedSize()).isLessThan(700_000);
    assertThat(ProjectWire.state(ProjectWire.state(now()))).isEqualTo(now());
  }

  @Test
  void neitherDoTheyWithAsManyRevisionsOfTheScheduleAsARegistryTakes() {
    report(600, "堵".repeat(2000));
    int taken = 0;
    while (isTaken(revision(taken))) {
      taken++;
    }
    assertThat(taken).isGreaterThanOrEqualTo(10);
    assertThat(told().getScheduleRevisionsCount()).isEqualTo(taken);
    assertThat(told().getSerializedSize()).isLessThan(900_000);
  }

  private boolean isTaken(ProjectCommand.ReviseSchedule revision) {
    try {
      apply(revision, OFFICE);
      return true;
    } catch (Failure refused) {
      assertThat(refused.violations().getFirst().field()).isEqualTo("schedule");
      return false;
    }
  }

  /** A hundred milestones of twenty characters in each language, and why. */
  private static ProjectCommand.ReviseSchedule revision(int number) {
    List<SchedulePointDraft> points =
        IntStream.range(0, 100)
            .mapToObj(i ->
                new SchedulePointDraft(
                    FIRST.plusYears(13).plusDays(i + number).toString(),
                    i,
                    new LocalizedText("盾".repeat(18), "x".repeat(18))))
            .toList();
    return new ProjectCommand.ReviseSchedule(
        PUMP,
        "s" + number,
        "",
        "2029-06-30",
        points,
        "文" + number,
        "批".repeat(20),
        "因",
        "2027-01-01");
  }

  @Test
  void aMoveThatALaterWordReplacedIsKeptButNotTold() {
    apply(new ProjectCommand.Define(definition(PUMP, "water")), OFFICE);
    for (String phase : new String[] {"BUILDING", "STARTED"}) {
      apply(new ProjectCommand.MovePhase(PUMP, "k", phase, "2027-05-01", "", "", ""), WATER);
    }
    assertThat(told().getPhaseMovesList()).hasSize(1);
    assertThat(ProjectWire.state(ProjectWire.state(now()))).isEqualTo(now());
    assertThat(told().getPhase()).isEqualTo(io.waymark.proto.registry.v1.Phase.PHASE_STARTED);
    assertThat(told().getStore())
        .isEqualTo(io.waymark.proto.registry.v1.Store.STORE_IMPLEMENTATION);
  }

  private void report(int times, String obstacle) {
    apply(new ProjectCommand.Define(definition(PUMP, "water")), OFFICE);
    for (int i = 0; i < times; i++) {
      String day = FIRST.plusDays(i).toString();
      ReportDraft draft =
          new ReportDraft(day, OptionalDouble.of(i / 50.0), "", "", "", obstacle, "", "");
      apply(new ProjectCommand.Report(PUMP, "k" + i, draft), WATER);
    }
  }

  private void apply(ProjectCommand command, Requester caller) {
    for (var event : Projects.decide(state, command, caller, NOW).events()) {
      state = Projects.evolve(state, event);
    }
  }

  private io.waymark.registry.domain.ProjectState now() {
    return Objects.requireNonNull(state);
  }

  private ProjectState told() {
    return ToldStates.told(now());
  }
}
