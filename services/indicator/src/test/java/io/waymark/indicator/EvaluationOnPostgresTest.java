package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.indicator.commands.SnapshotFreezing;
import io.waymark.indicator.grpc.EvaluationGrpcService;
import io.waymark.proto.indicator.v1.AlertFact;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.ChangeKind;
import io.waymark.proto.indicator.v1.CompareSnapshotsRequest;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreRequest;
import io.waymark.proto.indicator.v1.HonestyFact;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCounts;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsResponse;
import io.waymark.proto.indicator.v1.ListSnapshotsRequest;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScorePart;
import io.waymark.proto.indicator.v1.SubjectChange;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifySnapshotRequest;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import io.waymark.rulebooks.SchemeReader;
import io.waymark.rulebooks.Schemes;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evaluation of 2026, frozen in January 2027: what the figure of December says is corrected in
 * May.
 */
@RealPartsTest
class EvaluationOnPostgresTest {
  private final RailOnPostgres rail;
  private final SnapshotFreezing freezing;
  private final EvaluationGrpcService service;
  private Schemes schemes = Schemes.shipped();
  @TempDir Path folder;

  EvaluationOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
    freezing = new SnapshotFreezing(rail.db, rail.clock, () -> schemes);
    service = new EvaluationGrpcService(freezing, rail.db, () -> schemes);
    rail.on("2026-02-01").plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.hear(Rail.bureau(1, "市交通局", "Transport Bureau"));
    rail.hear(Rail.bothLinesOnTime().toArray(io.waymark.outbox.ReceivedEvent[]::new));
    rail.on("2027-01-10").figure("2026-12-31", "600");
    rail.on("2027-01-20");
  }

  @AfterEach
  void close() {
    rail.close();
  }

  @Test
  void aSnapshotSaysTheSameAfterALateCorrectionAndIsProvedByteForByte() {
    Evaluation frozen = freeze(request("doc-1").build());
    rail.on("2027-05-08").figure("2026-12-31", "580");
    rail.hear(Rail.line("line-11", "30", 2, 20, "2031-12-31"));

    assertThat(judgements("doc-1").getJudgements(0).getTarget().getValue()).isEqualTo("600");
    assertThat(preview("2026-12-31").getTotal()).isNotEqualTo(frozen.getTotal());
    VerifySnapshotResponse verified = verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
    assertThat(verified.getRecomputedSha256())
        .isEqualTo(frozen.getSnapshot().getSha256())
        .hasSize(64);
    assertThat(verified.getJudgements()).isEqualTo(3);
    assertThat(verified.getByPins()).isZero();
  }

  @Test
  void whatWasRecordedBeforeAndCommittedAfterIsToldApartByThePins() {
    freeze(request("doc-1").build());
    rail.on("2027-05-08").figure("2026-12-31", "580");
    // As if the transaction of the correction had begun before the freezing and ended after it.
    rail.db.execute(
        "update observation set recorded_at = '2027-01-15T00:00:00Z' where value = 580");

    VerifySnapshotResponse verified = verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
    assertThat(verified.getByPins()).isEqualTo(1);
  }

  @Test
  void aFigureThatIsGoneFromTheDatabaseIsFound() {
    freeze(request("doc-1").build());
    rail.db.execute("delete from observation");

    VerifySnapshotResponse verified = verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(verified.getContentSha256()).isEqualTo(verified.getStoredSha256());
    assertThat(verified.getRecomputedSha256()).isNotEqualTo(verified.getStoredSha256());
    assertThat(verified.getDifferences(0).getWhat()).isEqualTo("target:" + Rail.TARGET);
    assertThat(verified.getWords().getEn()).contains(Rail.TARGET);
  }

  @Test
  void nothingFrozenCanBeChangedAndTamperingPastTheLockIsFound() {
    freeze(request("doc-1").build());

    for (String sql :
        List.of(
            "update snapshot set document = 'x'",
            "delete from snapshot_judgement",
            "truncate scoring_scheme")) {
      assertThatExceptionOfType(DataAccessException.class)
          .as(sql)
          .isThrownBy(() -> rail.db.execute(sql))
          .withMessageContaining("is frozen");
    }

    rail.db.execute("alter table snapshot_judgement disable trigger all");
    rail.db.execute("update snapshot_judgement set seq = seq + 7 where seq = 0");
    VerifySnapshotResponse verified = verify("doc-1");
    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(verified.getDifferences(0).getWhat()).isEqualTo("content");
  }

  @Test
  void theSameKeyAndBodyGivesTheStoredReplyAndADocumentIsUsedOnce() {
    Evaluation first = freeze(request("doc-1").build());
    rail.on("2027-05-08").figure("2026-12-31", "580");

    assertThat(freeze(request("doc-1").build())).isEqualTo(first);
    assertThat(
            ask(
                    service::listSnapshots,
                    ListSnapshotsRequest.newBuilder().setPlanId(Rail.PLAN).build())
                .getSnapshotsList())
        .containsExactly(first.getSnapshot());
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> freeze(request("doc-1").setTitle("Another").build()))
        .withMessageContaining("idempotency_key");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> freeze(request("doc-1").setIdempotencyKey("other").build()))
        .withMessageContaining("document: doc-1");
  }

  @Test
  void whatIsFrozenNamesItsActorItsRulesAndItsScores() {
    Evaluation frozen = freeze(request("doc-1").setFacts(facts()).build());

    assertThat(frozen.getSnapshot().getActor().getName()).isEqualTo("zhang.min");
    assertThat(frozen.getSnapshot().getRulebook()).isEqualTo("waymark");
    assertThat(frozen.getSnapshot().getPeriodStart()).isEqualTo("2026-01-01");
    assertThat(frozen.getSnapshot().getScorecard()).isEqualTo("bureau-scorecard@1");
    assertThat(frozen.getFactsOrigin()).isEqualTo("registry, 2027-01-20");
    assertThat(frozen.getIndexScheme().getFormula().getEn()).startsWith("0.35 × position");
    assertThat(lights(frozen.getTotal().getTargets())).isEqualTo(1);
    assertThat(lights(frozen.getTotal().getProjects())).isEqualTo(2);
    assertThat(frozen.getByBureau(0).getName().getZh()).isEqualTo("市交通局");
    Score bureau = frozen.getBureaus(0);
    assertThat(bureau.getScoreId()).isEqualTo("bureau:transport");
    assertThat(bureau.getRank()).isEqualTo(1);
    assertThat(bureau.getPartsList())
        .extracting(ScorePart::getComponentId, ScorePart::getValue)
        .contains(
            org.assertj.core.groups.Tuple.tuple("punctuality", "0.750000"),
            org.assertj.core.groups.Tuple.tuple("alerts-in-time", "1.000000"),
            org.assertj.core.groups.Tuple.tuple("honesty", "0.250000"));
    assertThat(bureau.getPartsList()).allMatch(part -> part.getInputsCount() == 0);
    ScorePart punctuality = score("doc-1", "bureau:transport").getParts(1);
    assertThat(punctuality.getInputs(0).getLabel().getEn())
        .isEqualTo("1 in time, 0 late, 0 missing");
    assertThat(punctuality.getInputs(1).getLabel().getEn())
        .isEqualTo("0 in time, 1 late, 0 missing");
  }

  @Test
  void partsWithoutFactsAreMissingAndNeverZero() {
    Score bureau = freeze(request("doc-1").build()).getBureaus(0);

    assertThat(bureau.getParts(1).getPoints()).isEmpty();
    assertThat(bureau.getKnownWeight()).isEqualTo("0.4");
    assertThat(bureau.getValue()).as("less than half of the weight is known").isEmpty();
    assertThat(bureau.getRank()).isZero();
  }

  @Test
  void twoSnapshotsAreComparedSubjectBySubjectAndSummedUp() {
    rail.figure("2026-12-31", "644");
    freeze(request("doc-1").build());
    rail.on("2027-12-20").figure("2027-11-30", "579");
    rail.hear(Rail.line("line-13", "5", 1, 10, "2030-06-30"));
    rail.on("2028-01-20");
    freeze(
        request("doc-2")
            .setAsOf("2027-12-31")
            .setKind(EvaluationKind.EVALUATION_KIND_MID_TERM)
            .build());

    CompareSnapshotsResponse compared =
        ask(
            service::compareSnapshots,
            CompareSnapshotsRequest.newBuilder()
                .setPlanId(Rail.PLAN)
                .setSnapshotId("doc-2")
                .setEarlierId("doc-1")
                .build());

    SubjectChange target =
        compared.getChangesList().stream()
            .filter(change -> change.getKind() == SubjectKind.SUBJECT_KIND_TARGET)
            .findFirst()
            .orElseThrow();
    assertThat(target.getChange()).isEqualTo(ChangeKind.CHANGE_KIND_WORSE);
    assertThat(target.getBefore().getLights().getPosition()).isEqualTo(Light.LIGHT_AHEAD);
    assertThat(target.getBefore().getValue()).isEqualTo("644");
    assertThat(target.getAfter().getValue()).isEqualTo("579");
    assertThat(target.getChangedList())
        .contains("lights.position", "lights.overall", "projection", "value")
        .doesNotContain("target_version");
    assertThat(compared.getChanges(0)).isEqualTo(target);
    assertThat(compared.getTotal().getAppeared()).isEqualTo(1);
    assertThat(compared.getTotal().getWorse()).isPositive();
    assertThat(lights(compared.getTotal().getBefore())).isEqualTo(3);
    assertThat(lights(compared.getTotal().getAfter())).isEqualTo(4);
    assertThat(compared.getByField(1).getId()).isEqualTo("transport");
    assertThat(compared.getByBureau(0).getName().getEn()).isEqualTo("Transport Bureau");
    assertThat(compared.getScores(0).getScoreId()).isEqualTo("index");
    assertThat(new java.math.BigDecimal(compared.getScores(0).getAfter()))
        .isEqualByComparingTo(
            new java.math.BigDecimal(compared.getScores(0).getBefore())
                .add(new java.math.BigDecimal(compared.getScores(0).getDifference())));
    assertThat(compared.getIndexesComparable()).isTrue();
    assertThat(compared.getSameRulebook()).isTrue();
  }

  @Test
  void schemesOfOnesOwnCountAndCannotChangeBehindTheirVersion() throws java.io.IOException {
    String mine =
        Schemes.shipped()
            .named(Schemes.SCORECARD)
            .orElseThrow()
            .yaml()
            .replace("scheme: bureau-scorecard", "scheme: mine")
            .replace("least_known: 0.5", "least_known: 0.3");
    assertThat(SchemeReader.read("mine.yaml", mine).faults()).isEmpty();
    Files.writeString(folder.resolve("mine.yaml"), mine);
    schemes = Schemes.with(folder).schemes();
    Evaluation frozen = freeze(request("doc-1").setScorecard("mine").build());

    assertThat(frozen.getBureaus(0).getValue()).as("40 % of the weight suffice here").isNotEmpty();
    assertThat(frozen.getScorecard().getYaml()).isEqualTo(mine);
    Files.writeString(
        folder.resolve("mine.yaml"), mine.replace("least_known: 0.3", "least_known: 0.2"));
    schemes = Schemes.with(folder).schemes();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> freeze(request("doc-2").setScorecard("mine").build()))
        .withMessageContaining("mine@1");
    schemes = Schemes.shipped();
    assertThat(verify("doc-1").getVerification())
        .as("the file is gone, the snapshot has it")
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  @Test
  void badInputIsRefusedByName() {
    assertThat(
            refused(
                FreezeSnapshotRequest.newBuilder()
                    .setPlanId(Rail.PLAN)
                    .setAsOf("2027-02-30")
                    .build()))
        .contains("idempotency_key", "kind", "title", "document", "as_of");
    assertThat(refused(request("d").setAsOf("2027-01-21").build())).containsExactly("as_of");
    assertThat(refused(request("d").setAsOf("2025-12-31").build())).containsExactly("as_of");
    assertThat(refused(request("d").setKind(EvaluationKind.EVALUATION_KIND_FINAL).build()))
        .containsExactly("as_of");
    assertThat(refused(request("d").setKnownAt(Rail.timestamp("2026-12-01T00:00:00Z")).build()))
        .containsExactly("known_at");
    assertThat(refused(request("d").setKnownAt(Rail.timestamp("2028-12-01T00:00:00Z")).build()))
        .containsExactly("known_at");
    assertThat(refused(request("d").setPeriodStart("2027-06-01").build()))
        .containsExactly("period_start");
    assertThat(refused(request("d").setScorecard("plan-index").build()))
        .containsExactly("scorecard");
    assertThat(refused(request("d").setIndex("atlantis").build())).containsExactly("index");
    BehaviourFacts strange =
        facts().toBuilder()
            .addDuties(facts().getDuties(0).toBuilder().setSubjectId("line-99"))
            .build();
    assertThat(refused(request("d").setFacts(strange).build()))
        .containsExactly("facts.duties[3].subject_id");
    BehaviourFacts broken =
        facts().toBuilder()
            .clearOrigin()
            .addHonesty(facts().getHonesty(0).toBuilder().setFindings(9))
            .addAlerts(facts().getAlerts(0).toBuilder().setHandledOn("2026-01-01"))
            .build();
    assertThat(refused(request("d").setFacts(broken).build()))
        .containsExactly("facts.origin", "facts.honesty[1].findings", "facts.alerts[1].handled_on");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> freezing.handle(request("d").build(), Rail.TRANSPORT))
        .withMessageContaining("plan_office");
  }

  @Test
  void aPreviewWritesNothingAndShowsOneScoreWithItsInputs() {
    long rows = rail.db.fetchCount(org.jooq.impl.DSL.table("command_reply"));
    Evaluation preview =
        freezing.preview(
            PreviewEvaluationRequest.newBuilder()
                .setPlanId(Rail.PLAN)
                .setScoreId("field:transport")
                .build());

    assertThat(preview.getSnapshot().getSha256()).isEmpty();
    assertThat(preview.getSnapshot().getAsOf()).isEqualTo("2027-01-20");
    assertThat(preview.getFieldsList()).hasSize(1);
    assertThat(preview.getFields(0).getParts(0).getInputsList())
        .extracting(input -> input.getSubject())
        .containsExactly("target:" + Rail.TARGET);
    assertThat(preview.getBureausList()).isEmpty();
    assertThat(rail.db.fetchCount(org.jooq.impl.DSL.table("snapshot"))).isZero();
    assertThat(rail.db.fetchCount(org.jooq.impl.DSL.table("command_reply"))).isEqualTo(rows);
  }

  @Test
  void judgementsComeInPages() {
    freeze(request("doc-1").build());
    ListSnapshotJudgementsRequest.Builder page =
        ListSnapshotJudgementsRequest.newBuilder()
            .setPlanId(Rail.PLAN)
            .setSnapshotId("doc-1")
            .setPageSize(2);
    ListSnapshotJudgementsResponse first = ask(service::listSnapshotJudgements, page.build());
    ListSnapshotJudgementsResponse second =
        ask(service::listSnapshotJudgements, page.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getJudgementsList())
        .extracting(judgement -> judgement.getSubjectId())
        .containsExactly(Rail.TARGET, "line-11");
    assertThat(second.getJudgementsList())
        .extracting(judgement -> judgement.getSubjectId())
        .containsExactly("line-12");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> judgements("doc-404"))
        .withMessageContaining("doc-404");
  }

  private static int lights(LightCounts counts) {
    return counts.getAhead()
        + counts.getOnTrack()
        + counts.getAtRisk()
        + counts.getOffTrack()
        + counts.getUnknown()
        + counts.getSuspended();
  }

  private static FreezeSnapshotRequest.Builder request(String document) {
    return FreezeSnapshotRequest.newBuilder()
        .setPlanId(Rail.PLAN)
        .setIdempotencyKey(document)
        .setKind(EvaluationKind.EVALUATION_KIND_ANNUAL)
        .setTitle("2026 年度监测")
        .setDocument(document)
        .setAsOf("2026-12-31");
  }

  private static BehaviourFacts facts() {
    DutyFact duty =
        DutyFact.newBuilder()
            .setKind(DutySubject.DUTY_SUBJECT_INDICATOR)
            .setSubjectId(Rail.INDICATOR)
            .setLeadBureauId("transport")
            .setPeriodEnd("2026-09-30")
            .setCloses("2026-10-30")
            .setFiledOn("2026-10-20")
            .build();
    return BehaviourFacts.newBuilder()
        .setOrigin("registry, 2027-01-20")
        .addDuties(duty)
        .addDuties(
            duty.toBuilder()
                .setKind(DutySubject.DUTY_SUBJECT_PROJECT)
                .setSubjectId("line-11")
                .setFiledOn("2026-11-20"))
        .addDuties(duty.toBuilder().setPeriodEnd("2026-12-31").setCloses("2027-01-30"))
        .addHonesty(
            HonestyFact.newBuilder()
                .setKind(DutySubject.DUTY_SUBJECT_PROJECT)
                .setSubjectId("line-11")
                .setLeadBureauId("transport")
                .setReports(4)
                .setFindings(1))
        .addAlerts(
            AlertFact.newBuilder()
                .setAlertId("alert-1")
                .setKind(SubjectKind.SUBJECT_KIND_TARGET)
                .setSubjectId(Rail.TARGET)
                .setLeadBureauId("transport")
                .setOpenedOn("2026-10-01")
                .setHandledOn("2026-10-04"))
        .build();
  }

  private Evaluation freeze(FreezeSnapshotRequest request) {
    return freezing.handle(request, Rail.PLAN_OFFICE).getEvaluation();
  }

  private List<String> refused(FreezeSnapshotRequest request) {
    List<String> fields = new ArrayList<>();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> freeze(request))
        .satisfies(
            failure -> failure.violations().stream().map(Violation::field).forEach(fields::add));
    return fields;
  }

  private Evaluation preview(String asOf) {
    return freezing.preview(
        PreviewEvaluationRequest.newBuilder().setPlanId(Rail.PLAN).setAsOf(asOf).build());
  }

  private VerifySnapshotResponse verify(String id) {
    return ask(
        service::verifySnapshot,
        VerifySnapshotRequest.newBuilder().setPlanId(Rail.PLAN).setSnapshotId(id).build());
  }

  private Score score(String id, String scoreId) {
    assertThat(
            ask(
                    service::getSnapshot,
                    GetSnapshotRequest.newBuilder().setPlanId(Rail.PLAN).setSnapshotId(id).build())
                .getEvaluation()
                .getSnapshot()
                .getSha256())
        .hasSize(64);
    return ask(
            service::getSnapshotScore,
            GetSnapshotScoreRequest.newBuilder()
                .setPlanId(Rail.PLAN)
                .setSnapshotId(id)
                .setScoreId(scoreId)
                .build())
        .getScore();
  }

  private ListSnapshotJudgementsResponse judgements(String id) {
    return ask(
        service::listSnapshotJudgements,
        ListSnapshotJudgementsRequest.newBuilder().setPlanId(Rail.PLAN).setSnapshotId(id).build());
  }

  private static <Q, A> A ask(BiConsumer<Q, StreamObserver<A>> call, Q question) {
    List<A> answers = new ArrayList<>();
    call.accept(
        question,
        new StreamObserver<>() {
          @Override
          public void onNext(A answer) {
            answers.add(answer);
          }

          @Override
          public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answers.getFirst();
  }
}
