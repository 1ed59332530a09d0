package io.waymark.registry.domain;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.TRANSPORT;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static io.waymark.registry.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.Samples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectsTest {
  private @Nullable ProjectState state;

  @Test
  void aNewProjectIsRegisteredAndTheSameOneAgainChangesNothing() {
    assertThat(define("water").events())
        .hasSize(1)
        .first()
        .isInstanceOf(ProjectEvent.Registered.class);
    assertThat(define("water").events()).isEmpty();
    assertThat(now().version()).isEqualTo(1);
  }

  @Test
  void aDifferentDefinitionRevisesAndKeepsTheReports() {
    define("water");
    report("k1", "2027-05-31", 30);
    assertThat(define("transport").events()).first().isInstanceOf(ProjectEvent.Revised.class);
    assertThat(now().reports()).hasSize(1);
    assertThat(now().version()).isEqualTo(3);
  }

  @Test
  void anOlderReportThatArrivesLateIsKeptInOrderAndDoesNotBecomeTheLast() {
    define("water");
    report("k1", "2027-05-31", 30);
    report("k2", "2027-03-31", 20);
    assertThat(percents()).containsExactly(20.0, 30.0);
  }

  @Test
  void ofTwoReportsOfOneDayBothAreKeptAndTheLaterRecordedComesLater() {
    define("water");
    report("k1", "2027-05-31", 30);
    report("k2", "2027-05-31", 31);
    report("k3", "2027-04-30", 25);
    assertThat(percents()).containsExactly(25.0, 30.0, 31.0);
  }

  @Test
  void aPercentageThatFallsIsAccepted() {
    define("water");
    report("k1", "2027-04-30", 30);
    report("k2", "2027-05-31", 25);
    assertThat(percents()).containsExactly(30.0, 25.0);
  }

  @Test
  void aCorrectionSupersedesTheReportThatItNames() {
    define("water");
    String first = report("k1", "2027-05-31", 30).reportId();
    report("k2", "2027-04-30", 20);
    correct("k3", first, "2027-03-31", 12);
    assertThat(percents()).containsExactly(12.0, 20.0);
  }

  @Test
  void aReportThatWasCorrectedCannotBeCorrectedAgain() {
    define("water");
    String first = report("k1", "2027-05-31", 30).reportId();
    correct("k2", first, "2027-05-31", 29);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> correct("k3", first, "2027-05-31", 28))
        .withMessage(
            "corrects_report_id: wuhan-15.pump-yangsigang.2"
                + " (expected: a report of this project that is in force)");
  }

  @Test
  void thePhaseIsThatOfTheLatestReportNamingOneAndFallsBackWhenThatReportIsCorrected() {
    define("water");
    assertThat(now().phase()).isEqualTo(Phase.PREPARATION);
    String started = phase("k1", "2027-05-31", "STARTED", "").reportId();
    report("k2", "2027-06-15", 5);
    assertThat(now().phase()).isEqualTo(Phase.STARTED);
    correct("k3", started, "2027-05-31", 0);
    assertThat(now().phase()).isEqualTo(Phase.PREPARATION);
  }

  @Test
  void aSupportingBureauMayReportToo() {
    ProjectDefinition alone = definition(PUMP, "water");
    ProjectDefinition helped =
        new ProjectDefinition(
            alone.key(),
            alone.name(),
            alone.category(),
            alone.phase(),
            "water",
            List.of("transport"),
            alone.plannedStart(),
            alone.plannedFinish(),
            alone.contributions(),
            alone.assumedFields(),
            alone.source(),
            alone.reportingFrequency(),
            alone.schedule(),
            alone.details());
    apply(new ProjectCommand.Define(helped), OFFICE);
    assertThat(apply(Samples.report(PUMP, "k", "2027-05-31", 3), TRANSPORT).events()).hasSize(1);
  }

  @Test
  void anotherBureausProjectIsDeniedWhetherOrNotItExists() {
    define("water");
    Failure existing = refusal(state, Samples.report(PUMP, "k", "2027-05-31", 3), TRANSPORT);
    Failure missing = refusal(null, Samples.report(PUMP, "k", "2027-05-31", 3), TRANSPORT);
    assertThat(existing.kind()).isEqualTo(Failure.Kind.NOT_YOURS);
    assertThat(existing.reason()).isEqualTo("PROJECT_NOT_YOURS");
    assertThat(missing.reason()).isEqualTo(existing.reason());
    assertThat(missing.text()).isEqualTo(existing.text());
  }

  @Test
  void thePlanOfficeLearnsThatAProjectDoesNotExistButMayNotReportForOthers() {
    assertThat(refusal(null, Samples.report(METRO, "k", "2027-05-31", 3), OFFICE).kind())
        .isEqualTo(Failure.Kind.NOT_FOUND);
    define("water");
    assertThat(refusal(state, Samples.report(PUMP, "k", "2027-05-31", 3), OFFICE).reason())
        .isEqualTo("PROJECT_NOT_YOURS");
  }

  @Test
  void whoeverHasNoRoleReportsNothing() {
    define("water");
    Requester guest = new Requester(WATER.actor(), false, false);
    assertThat(refusal(state, Samples.report(PUMP, "k", "2027-05-31", 3), guest).kind())
        .isEqualTo(Failure.Kind.NOT_YOURS);
  }

  @Test
  void onlyThePlanOfficeDefinesSuspendsAndResumes() {
    assertThat(refusal(null, new ProjectCommand.Define(definition(PUMP, "water")), WATER).reason())
        .isEqualTo("ROLE_MISSING");
    define("water");
    assertThat(refusal(state, suspend("2027-02-01"), WATER).reason()).isEqualTo("ROLE_MISSING");
    assertThat(refusal(state, resume("2027-03-01"), WATER).reason()).isEqualTo("ROLE_MISSING");
  }

  @Test
  void aReportDuringAStopIsAccepted() {
    define("water");
    apply(suspend("2027-02-01"), OFFICE);
    report("k1", "2027-05-31", 30);
    assertThat(now().reports()).hasSize(1);
  }

  @Test
  void aStopEndsOnTheDayOfItsResumption() {
    define("water");
    apply(suspend("2027-02-01"), OFFICE);
    apply(resume("2027-04-01"), OFFICE);
    assertThat(now().suspensions())
        .singleElement()
        .satisfies(stop -> {
          assertThat(stop.from()).isEqualTo("2027-02-01");
          assertThat(stop.until()).hasValueSatisfying(d -> assertThat(d).isEqualTo("2027-04-01"));
        });
  }

  @Test
  void stopsNeitherNestNorOverlapNorEndBeforeTheyBegin() {
    define("water");
    assertThat(refusal(state, resume("2027-03-01"), OFFICE).reason()).isEqualTo("NOT_SUSPENDED");
    apply(suspend("2027-02-01"), OFFICE);
    assertThat(refusal(state, suspend("2027-03-01"), OFFICE).reason())
        .isEqualTo("ALREADY_SUSPENDED");
    assertThat(refusal(state, resume("2027-02-01"), OFFICE).text())
        .isEqualTo("from: 2027-02-01 (expected: after the first day of the stop, 2027-02-01)");
    apply(resume("2027-04-01"), OFFICE);
    assertThat(refusal(state, suspend("2027-03-31"), OFFICE).text())
        .isEqualTo("from: 2027-03-31 (expected: not before the end of the last stop, 2027-04-01)");
  }

  @Test
  void aStopThatIsOverIsRecordedBetweenOthersButSharesNoDayWithThem() {
    define("water");
    apply(stop("2027-05-01", "2027-06-01"), OFFICE);
    apply(stop("2027-01-01", "2027-02-01"), OFFICE);
    apply(stop("2027-02-01", "2027-05-01"), OFFICE);
    assertThat(now().suspensions())
        .extracting(Suspension::span)
        .containsExactly(
            "2027-01-01..2027-02-01", "2027-02-01..2027-05-01", "2027-05-01..2027-06-01");
    assertThat(refusal(state, stop("2026-12-01", "2027-01-02"), OFFICE).text())
        .isEqualTo(
            "from: 2026-12-01..2027-01-02 (expected: no day in common with the stop"
                + " 2027-01-01..2027-02-01)");
    apply(suspend("2027-06-01"), OFFICE);
    assertThat(refusal(state, stop("2027-06-10", "2027-06-20"), OFFICE).text())
        .isEqualTo(
            "from: 2027-06-10..2027-06-20 (expected: no day in common with the stop"
                + " 2027-06-01..)");
    apply(stop("2026-11-01", "2026-12-01"), OFFICE);
    assertThat(now().isSuspended()).isTrue();
  }

  @Test
  void aResumptionMayBePlannedAndPutOffUntilItsDayHasCome() {
    define("water");
    apply(stop("2027-06-01", "2027-09-01"), OFFICE);
    apply(resume("2027-12-01"), OFFICE);
    assertThat(now().suspensions())
        .singleElement()
        .satisfies(stop -> {
          assertThat(stop.span()).isEqualTo("2027-06-01..2027-12-01");
          assertThat(stop.resumptionApproval()).isEqualTo("武停复〔2027〕31号");
        });
    apply(resume("2027-06-15"), OFFICE);
    assertThat(refusal(state, resume("2027-10-01"), OFFICE).reason()).isEqualTo("NOT_SUSPENDED");
  }

  @Test
  void aStopThatStatesWhenItIsMeantToEndStandsUntilItIsEnded() {
    define("water");
    apply(
        new ProjectCommand.Suspend(PUMP, "s", "2027-02-01", "汛期", "12号", "", "2027-05-01"), OFFICE);
    assertThat(now().isSuspended()).isTrue();
    assertThat(
            refusal(
                    state,
                    new ProjectCommand.Suspend(
                        PUMP, "t", "2027-02-01", "汛期", "12号", "2027-01-01", "2027-02-01"),
                    OFFICE)
                .text())
        .isEqualTo(
            "until: 2027-01-01 (expected: after the first day of the stop, 2027-02-01);"
                + " planned_until: 2027-02-01 (expected: after the first day of the stop,"
                + " 2027-02-01); planned_until: 2027-02-01 (expected: empty where until is"
                + " stated)");
  }

  private static ProjectCommand stop(String from, String until) {
    return new ProjectCommand.Suspend(PUMP, "s-" + from, from, "征地受阻", "武停复〔2027〕12号", until, "");
  }

  private Decision define(String lead) {
    return apply(new ProjectCommand.Define(definition(PUMP, lead)), OFFICE);
  }

  private Reply report(String key, String asOf, double percent) {
    return apply(Samples.report(PUMP, key, asOf, percent), WATER).reply();
  }

  private Reply correct(String key, String reportId, String asOf, double percent) {
    ReportDraft plain = draft(asOf, percent);
    return apply(
            Samples.report(
                PUMP,
                key,
                new ReportDraft(asOf, plain.percentComplete(), "", "", "", "", reportId, "")),
            WATER)
        .reply();
  }

  private Reply phase(String key, String asOf, String phase, String corrects) {
    ReportDraft draft =
        new ReportDraft(asOf, OptionalDouble.empty(), "", "", phase, "", corrects, "");
    return apply(Samples.report(PUMP, key, draft), WATER).reply();
  }

  private static ProjectCommand suspend(String from) {
    return new ProjectCommand.Suspend(PUMP, "s-" + from, from, "征地受阻", "武停复〔2027〕12号");
  }

  private static ProjectCommand resume(String from) {
    return new ProjectCommand.Resume(PUMP, "r-" + from, from, "武停复〔2027〕31号");
  }

  private Decision apply(ProjectCommand command, Requester caller) {
    Decision decision = Projects.decide(state, command, caller, NOW);
    decision.events().forEach(event -> state = Projects.evolve(state, event));
    return decision;
  }

  private static Failure refusal(
      @Nullable ProjectState state, ProjectCommand command, Requester caller) {
    try {
      Projects.decide(state, command, caller, NOW);
    } catch (Failure failure) {
      return failure;
    }
    throw new AssertionError("accepted (expected: a refusal)");
  }

  private ProjectState now() {
    return Optional.ofNullable(state).orElseThrow();
  }

  private List<Double> percents() {
    return now().reports().stream().map(r -> r.percentComplete().orElse(-1)).toList();
  }
}
