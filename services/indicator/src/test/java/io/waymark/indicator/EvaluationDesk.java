package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.indicator.commands.SnapshotFreezing;
import io.waymark.indicator.grpc.EvaluationGrpcService;
import io.waymark.indicator.postgres.SnapshotVerifier;
import io.waymark.indicator.postgres.Snapshots;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.AlertFact;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreRequest;
import io.waymark.proto.indicator.v1.HonestyFact;
import io.waymark.proto.indicator.v1.LightCounts;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsResponse;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.VerifySnapshotRequest;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import io.waymark.rulebooks.Schemes;
import io.waymark.testkit.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The plan office's desk: the evaluation of 2026 is made there in January 2027. */
final class EvaluationDesk implements AutoCloseable {
  final RailOnPostgres rail;
  final SnapshotFreezing freezing;
  final EvaluationGrpcService service;
  Schemes schemes = Schemes.shipped();

  EvaluationDesk(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
    freezing = new SnapshotFreezing(rail.db, rail.clock, () -> schemes);
    service =
        new EvaluationGrpcService(
            freezing, new Snapshots(rail.db), new SnapshotVerifier(rail.db), () -> schemes);
    rail.on("2026-02-01").plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.hear(Rail.bureau(1, "市交通局", "Transport Bureau"));
    rail.hear(Rail.bothLinesOnTime().toArray(ReceivedEvent[]::new));
    rail.on("2027-01-10").figure("2026-12-31", "600");
    rail.on("2027-01-20");
  }

  @Override
  public void close() {
    rail.close();
  }

  static int lights(LightCounts counts) {
    return counts.getAhead()
        + counts.getOnTrack()
        + counts.getAtRisk()
        + counts.getOffTrack()
        + counts.getUnknown()
        + counts.getSuspended();
  }

  static FreezeSnapshotRequest.Builder request(String document) {
    return FreezeSnapshotRequest.newBuilder()
        .setPlanId(Rail.PLAN)
        .setIdempotencyKey(document)
        .setKind(EvaluationKind.EVALUATION_KIND_ANNUAL)
        .setTitle("2026 年度监测")
        .setDocument(document)
        .setAsOf("2026-12-31");
  }

  static BehaviourFacts facts() {
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

  Evaluation freeze(FreezeSnapshotRequest request) {
    return freezing.handle(request, Rail.PLAN_OFFICE).getEvaluation();
  }

  List<String> refused(FreezeSnapshotRequest request) {
    List<String> fields = new ArrayList<>();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> freeze(request))
        .satisfies(
            failure -> failure.violations().stream().map(Violation::field).forEach(fields::add));
    return fields;
  }

  Evaluation preview(String asOf) {
    return freezing.preview(
        PreviewEvaluationRequest.newBuilder().setPlanId(Rail.PLAN).setAsOf(asOf).build());
  }

  VerifySnapshotResponse verify(String id) {
    return ask(
        service::verifySnapshot,
        VerifySnapshotRequest.newBuilder().setPlanId(Rail.PLAN).setSnapshotId(id).build());
  }

  Score score(String id, String scoreId) {
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

  ListSnapshotJudgementsResponse judgements(String id) {
    return ask(
        service::listSnapshotJudgements,
        ListSnapshotJudgementsRequest.newBuilder().setPlanId(Rail.PLAN).setSnapshotId(id).build());
  }

  static <Q, A> A ask(BiConsumer<Q, StreamObserver<A>> call, Q question) {
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
