package io.waymark.registry.domain;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.TRANSPORT;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The pipeline of a project that is registered in preparation. */
class PhaseRulesTest {
  private final List<RecordedEvent> events = new ArrayList<>();
  private ProjectState state =
      apply(null, new ProjectCommand.Define(definition(PUMP, "water")), OFFICE);

  @Test
  void stepsForwardAreTakenByTheBureauWithTheirDays() {
    move("STARTED", "2027-03-01", "", "", WATER);
    move("BUILDING", "2027-05-01", "", "", WATER);
    assertThat(state.phase()).isEqualTo(Phase.BUILDING);
    assertThat(PhaseTimeline.of(state).steps())
        .extracting(step -> step.from() + " > " + step.phase() + " " + step.date())
        .containsExactly("PREPARATION > STARTED 2027-03-01", "STARTED > BUILDING 2027-05-01");
    assertThat(PhaseTimeline.of(state).steps().getFirst().actor()).isEqualTo(WATER.actor());
    assertThat(Store.of(state.phase())).isEqualTo(Store.IMPLEMENTATION);
  }

  @Test
  void aMomentMayBePassedOverAStageNeedsAReason() {
    assertThat(refusal("OPERATING", "2027-05-01", "", "", OFFICE))
        .isEqualTo("reason:  (expected: why BUILDING is passed over)");
    move("BUILDING", "2027-05-01", "", "", WATER);
    move("OPERATING", "2027-06-01", "", "", WATER);
    assertThat(PhaseTimeline.of(state).steps())
        .extracting(PhaseStep::passedOver)
        .containsExactly(List.of(Phase.STARTED), List.of(Phase.COMPLETED));
  }

  @Test
  void aJumpWithAReasonIsTakenAndSaysWhatItPassedOver() {
    move("OPERATING", "2027-05-01", "收购既有设施", "", WATER);
    assertThat(PhaseTimeline.of(state).steps())
        .singleElement()
        .satisfies(step -> {
          assertThat(step.passedOver())
              .containsExactly(Phase.STARTED, Phase.BUILDING, Phase.COMPLETED);
          assertThat(step.reason()).isEqualTo("收购既有设施");
        });
  }

  @Test
  void aStepBackIsApprovedByThePlanOffice() {
    move("BUILDING", "2027-03-01", "", "", WATER);
    assertThat(refusal("PREPARATION", "2027-05-01", "重新选址", "7号", WATER))
        .isEqualTo(
            "phase: PREPARATION (expected: BUILDING, said of 2027-03-01, or a later phase; only the"
                + " plan office moves a project back)");
    assertThat(refusal("PREPARATION", "2027-05-01", "", "", OFFICE))
        .isEqualTo(
            "reason:  (expected: why the project goes back from BUILDING); approval:  (expected:"
                + " number of the document that approves the step back)");
    move("PREPARATION", "2027-05-01", "重新选址", "武发改〔2027〕7号", OFFICE);
    assertThat(state.phase()).isEqualTo(Phase.PREPARATION);
  }

  @Test
  void whatThePlanAssumedAtRegistrationBindsNobody() {
    move("RESERVE", "2027-03-01", "", "", WATER);
    assertThat(state.phase()).isEqualTo(Phase.RESERVE);
  }

  @Test
  void aMoveThatIsLearntLateFindsItsPlaceAndContradictsNothing() {
    move("BUILDING", "2027-05-01", "", "", WATER);
    assertThat(refusal("COMPLETED", "2027-04-01", "早已建成", "", WATER))
        .isEqualTo("phase: COMPLETED (expected: not beyond BUILDING, said of 2027-05-01)");
    move("STARTED", "2027-04-01", "", "", WATER);
    assertThat(PhaseTimeline.of(state).steps())
        .extracting(PhaseStep::phase)
        .containsExactly(Phase.STARTED, Phase.BUILDING);
    assertThat(state.phase()).isEqualTo(Phase.BUILDING);
  }

  @Test
  void theLastWordOnADayCountsAndTheOthersStayKnown() {
    move("BUILDING", "2027-05-01", "", "", WATER);
    move("STARTED", "2027-05-01", "", "", WATER);
    assertThat(state.phase()).isEqualTo(Phase.STARTED);
    assertThat(PhaseHistory.of(events).steps())
        .extracting(step -> step.phase() + (step.withdrawn() ? " withdrawn" : ""))
        .containsExactly("BUILDING withdrawn", "STARTED");
  }

  @Test
  void aWrongDayIsPutRightByACorrection() {
    String wrong = move("STARTED", "2027-03-01", "", "", WATER);
    assertThat(refusal("STARTED", "2027-05-01", "", "", WATER))
        .isEqualTo("phase: STARTED (expected: another phase than the one that 2027-05-01 finds)");
    state =
        apply(
            state,
            new ProjectCommand.MovePhase(PUMP, "c", "STARTED", "2027-05-01", "", "", wrong),
            WATER);
    assertThat(PhaseTimeline.of(state).steps())
        .extracting(step -> step.date().toString())
        .containsExactly("2027-05-01");
    assertThat(PhaseHistory.of(events).steps())
        .extracting(step -> step.date() + (step.withdrawn() ? " withdrawn" : ""))
        .containsExactly("2027-03-01 withdrawn", "2027-05-01");
    assertThat(correction("nothing", "2027-05-02"))
        .isEqualTo(
            "corrects_move_id: nothing (expected: a move of this project by command, in force)");
  }

  @Test
  void aReportMovesForwardOverAnythingButNeverBack() {
    report("r1", "2027-03-31", "COMPLETED", "");
    assertThat(PhaseTimeline.of(state).steps())
        .singleElement()
        .satisfies(step -> {
          assertThat(step.passedOver()).containsExactly(Phase.STARTED, Phase.BUILDING);
          assertThat(step.reportId()).isEqualTo("wuhan-15.pump-yangsigang.2");
        });
    assertThat(reportRefusal("2027-04-30", "BUILDING", ""))
        .isEqualTo(
            "phase: BUILDING (expected: COMPLETED, said of 2027-03-31, or a later phase; a step"
                + " back is a move by the plan office, and a wrong report is corrected)");
    report("r2", "2027-03-31", "BUILDING", "wuhan-15.pump-yangsigang.2");
    assertThat(state.phase()).isEqualTo(Phase.BUILDING);
    assertThat(PhaseHistory.of(events).steps())
        .extracting(step -> step.phase() + (step.withdrawn() ? " withdrawn" : ""))
        .containsExactly("COMPLETED withdrawn", "BUILDING");
  }

  @Test
  void whatEachReportRepeatsIsNoStep() {
    report("r1", "2027-03-31", "BUILDING", "");
    report("r2", "2027-04-30", "BUILDING", "");
    assertThat(PhaseTimeline.of(state).steps()).hasSize(1);
  }

  @Test
  void everyFaultIsNamedAndOthersMoveNothing() {
    assertThat(refusal("SOMEDAY", "2027-07-01", "", "", OFFICE))
        .isEqualTo(
            "phase: SOMEDAY (expected: one of RESERVE, PREPARATION, STARTED, BUILDING, COMPLETED,"
                + " OPERATING); date: 2027-07-01 (expected: an ISO date from 2000-01-01 to today"
                + " 2027-06-30)");
    assertThat(refusal("STARTED", "2027-05-01", "", "", TRANSPORT))
        .startsWith("project wuhan-15/pump-yangsigang (expected: a project that bureau transport");
  }

  private String move(String phase, String date, String reason, String approval, Requester caller) {
    state = apply(state, command(phase, date, reason, approval), caller);
    return state.moves().getLast().moveId();
  }

  private static ProjectCommand.MovePhase command(
      String phase, String date, String reason, String approval) {
    return new ProjectCommand.MovePhase(PUMP, "k", phase, date, reason, approval, "");
  }

  private void report(String key, String asOf, String phase, String corrects) {
    state = apply(state, reportOf(key, asOf, phase, corrects), WATER);
  }

  private static ProjectCommand.Report reportOf(
      String key, String asOf, String phase, String corrects) {
    return new ProjectCommand.Report(
        PUMP, key, new ReportDraft(asOf, OptionalDouble.of(50), "", "", phase, "", corrects, ""));
  }

  private String refusal(
      String phase, String date, String reason, String approval, Requester caller) {
    return refusal(command(phase, date, reason, approval), caller);
  }

  private String correction(String corrects, String date) {
    return refusal(
        new ProjectCommand.MovePhase(PUMP, "c", "BUILDING", date, "", "", corrects), WATER);
  }

  private String reportRefusal(String asOf, String phase, String corrects) {
    return refusal(reportOf("r", asOf, phase, corrects), WATER);
  }

  private String refusal(ProjectCommand command, Requester caller) {
    try {
      Projects.decide(state, command, caller, NOW);
      return "accepted";
    } catch (Failure failure) {
      return failure.text();
    }
  }

  private ProjectState apply(
      @org.jspecify.annotations.Nullable ProjectState before,
      ProjectCommand command,
      Requester caller) {
    ProjectEvent event = Projects.decide(before, command, caller, NOW).events().getFirst();
    ProjectState after = Projects.evolve(before, event);
    events.add(new RecordedEvent(event, after.version(), caller.actor(), NOW.instant()));
    return after;
  }
}
