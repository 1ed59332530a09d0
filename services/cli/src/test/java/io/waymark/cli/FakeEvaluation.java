package io.waymark.cli;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.ChangeKind;
import io.waymark.proto.indicator.v1.ChangeSum;
import io.waymark.proto.indicator.v1.CompareSnapshotsRequest;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.EvaluationServiceGrpc.EvaluationServiceImplBase;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.FreezeSnapshotResponse;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotResponse;
import io.waymark.proto.indicator.v1.GetSnapshotScoreRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreResponse;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCounts;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsResponse;
import io.waymark.proto.indicator.v1.ListSnapshotsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotsResponse;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.PreviewEvaluationResponse;
import io.waymark.proto.indicator.v1.Scheme;
import io.waymark.proto.indicator.v1.SchemeComponent;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScoreChange;
import io.waymark.proto.indicator.v1.ScoreInput;
import io.waymark.proto.indicator.v1.ScoreOf;
import io.waymark.proto.indicator.v1.ScorePart;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SubjectChange;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.SubjectState;
import io.waymark.proto.indicator.v1.Tally;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifySnapshotRequest;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import io.waymark.proto.type.v1.Actor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Evaluations of a plan with one target, one project and one bureau. */
final class FakeEvaluation extends EvaluationServiceImplBase {
  static final String DOCUMENT = "武发改规〔2027〕9号";

  final List<FreezeSnapshotRequest> frozen = new CopyOnWriteArrayList<>();
  final List<PreviewEvaluationRequest> previewed = new CopyOnWriteArrayList<>();
  volatile Verification verification = Verification.VERIFICATION_SAME;

  @Override
  public void freezeSnapshot(
      FreezeSnapshotRequest request, StreamObserver<FreezeSnapshotResponse> reply) {
    frozen.add(request);
    FakeIndicator.answer(
        reply, FreezeSnapshotResponse.newBuilder().setEvaluation(evaluation()).build());
  }

  @Override
  public void previewEvaluation(
      PreviewEvaluationRequest request, StreamObserver<PreviewEvaluationResponse> reply) {
    previewed.add(request);
    Evaluation.Builder preview = evaluation().toBuilder();
    preview.getSnapshotBuilder().clearSha256();
    if (request.getScoreId().startsWith("bureau:")) {
      preview.clearBureaus().clearFields().addBureaus(bureau(true));
    }
    FakeIndicator.answer(
        reply, PreviewEvaluationResponse.newBuilder().setEvaluation(preview).build());
  }

  @Override
  public void listSnapshots(
      ListSnapshotsRequest request, StreamObserver<ListSnapshotsResponse> reply) {
    FakeIndicator.answer(
        reply, ListSnapshotsResponse.newBuilder().addSnapshots(snapshot()).build());
  }

  @Override
  public void getSnapshot(GetSnapshotRequest request, StreamObserver<GetSnapshotResponse> reply) {
    if (!request.getSnapshotId().equals(DOCUMENT)) {
      reply.onError(
          Refusing.with(
              Status.Code.NOT_FOUND, "NOT_FOUND", request.getSnapshotId() + " not found"));
      return;
    }
    FakeIndicator.answer(
        reply, GetSnapshotResponse.newBuilder().setEvaluation(evaluation()).build());
  }

  @Override
  public void getSnapshotScore(
      GetSnapshotScoreRequest request, StreamObserver<GetSnapshotScoreResponse> reply) {
    boolean bureau = request.getScoreId().startsWith("bureau:");
    FakeIndicator.answer(
        reply,
        GetSnapshotScoreResponse.newBuilder()
            .setScore(bureau ? bureau(true) : index())
            .setScheme(scheme(!bureau))
            .build());
  }

  @Override
  public void listSnapshotJudgements(
      ListSnapshotJudgementsRequest request, StreamObserver<ListSnapshotJudgementsResponse> reply) {
    boolean first = request.getPageToken().isEmpty();
    ListSnapshotJudgementsResponse.Builder page = ListSnapshotJudgementsResponse.newBuilder();
    page.addJudgements(first ? Fixtures.rail() : Fixtures.metro());
    FakeIndicator.answer(reply, page.setNextPageToken(first ? "1" : "").build());
  }

  @Override
  public void compareSnapshots(
      CompareSnapshotsRequest request, StreamObserver<CompareSnapshotsResponse> reply) {
    SubjectState.Builder was =
        SubjectState.newBuilder()
            .setLights(Lights.newBuilder().setOverall(Light.LIGHT_ON_TRACK))
            .setProbability(0.7)
            .setValue("578")
            .setTargetValue("645")
            .setTargetVersion(1);
    FakeIndicator.answer(
        reply,
        CompareSnapshotsResponse.newBuilder()
            .setBefore(snapshot().toBuilder().setTitle("2026 年度监测"))
            .setAfter(snapshot())
            .addChanges(
                SubjectChange.newBuilder()
                    .setKind(SubjectKind.SUBJECT_KIND_TARGET)
                    .setSubjectId(Fixtures.RAIL)
                    .setName(Fixtures.rail().getSubjectName())
                    .setLeadBureauId("transport")
                    .setChange(ChangeKind.CHANGE_KIND_WORSE)
                    .setBefore(was)
                    .setAfter(
                        was.clone()
                            .setLights(Lights.newBuilder().setOverall(Light.LIGHT_AT_RISK))
                            .setProbability(0.21)
                            .setValue("590")
                            .setTargetValue("640")
                            .setTargetVersion(2)))
            .setTotal(ChangeSum.newBuilder().setWorse(1).setSame(1))
            .addByField(ChangeSum.newBuilder().setId("transport").setWorse(1))
            .addByBureau(ChangeSum.newBuilder().setId("transport").setWorse(1).setSame(1))
            .addScores(
                ScoreChange.newBuilder()
                    .setScoreId("index")
                    .setOf(ScoreOf.SCORE_OF_PLAN)
                    .setName(Fixtures.plan().getName())
                    .setBefore("64.10")
                    .setAfter("57.83")
                    .setDifference("-6.27"))
            .setIndexesComparable(true)
            .setScorecardsComparable(true)
            .setSameRulebook(true)
            .build());
  }

  @Override
  public void verifySnapshot(
      VerifySnapshotRequest request, StreamObserver<VerifySnapshotResponse> reply) {
    FakeIndicator.answer(
        reply,
        VerifySnapshotResponse.newBuilder()
            .setVerification(verification)
            .setWords(Fixtures.text("逐字节一致。", "The same, byte for byte."))
            .setStoredSha256("ab12")
            .setContentSha256("ab12")
            .setRecomputedSha256("ab12")
            .setJudgements(2)
            .setByPins(1)
            .build());
  }

  private static Snapshot snapshot() {
    return Snapshot.newBuilder()
        .setSnapshotId("11111111-2222-3333-4444-555555555555")
        .setPlanId("wuhan-15")
        .setPlanName(Fixtures.plan().getName())
        .setKind(EvaluationKind.EVALUATION_KIND_ANNUAL)
        .setTitle("2027 年度监测")
        .setDocument(DOCUMENT)
        .setAsOf("2027-06-30")
        .setKnownAt(Fixtures.at(Fixtures.NOW))
        .setRulebook("wuhan")
        .setRulebookVersion(2)
        .setSubjects(2)
        .setSimulated(true)
        .setActor(Actor.newBuilder().setName("zhang.min").setBureauId("plan-office"))
        .setRecordedAt(Fixtures.at(Fixtures.NOW))
        .setSha256("ab12")
        .build();
  }

  private static Evaluation evaluation() {
    return Evaluation.newBuilder()
        .setSnapshot(snapshot())
        .setIndex(index())
        .addFields(
            index().toBuilder()
                .setScoreId("field:transport")
                .setOf(ScoreOf.SCORE_OF_FIELD)
                .setSubjectId("transport")
                .setRank(1))
        .addBureaus(bureau(false))
        .setTotal(
            Tally.newBuilder()
                .setTargets(LightCounts.newBuilder().setAtRisk(1))
                .setProjects(LightCounts.newBuilder().setOffTrack(1)))
        .addByField(
            Tally.newBuilder()
                .setId("transport")
                .setTargets(LightCounts.newBuilder().setAtRisk(1))
                .setProjects(LightCounts.newBuilder().setOffTrack(1)))
        .setScorecard(scheme(false))
        .setIndexScheme(scheme(true))
        .setFactsOrigin("registry")
        .setFactsCount(5)
        .build();
  }

  private static Score index() {
    return Score.newBuilder()
        .setScoreId("index")
        .setOf(ScoreOf.SCORE_OF_PLAN)
        .setName(Fixtures.plan().getName())
        .setValue("57.83")
        .setKnownWeight("1")
        .addParts(part("position", "1").addInputs(input()))
        .build();
  }

  private static Score bureau(boolean inputs) {
    ScorePart.Builder held = part("position", "1");
    return Score.newBuilder()
        .setScoreId("bureau:transport")
        .setOf(ScoreOf.SCORE_OF_BUREAU)
        .setSubjectId("transport")
        .setName(Fixtures.text("市交通局", "Transport Bureau"))
        .setValue("62.06")
        .setKnownWeight("0.85")
        .setRank(1)
        .addParts(inputs ? held.addInputs(input()) : held)
        .addParts(ScorePart.newBuilder().setComponentId("honesty").setWeight("0.15"))
        .build();
  }

  private static ScorePart.Builder part(String id, String effective) {
    return ScorePart.newBuilder()
        .setComponentId(id)
        .setWeight("0.85")
        .setEffectiveWeight(effective)
        .setValue("0.578300")
        .setPoints("57.83")
        .setInputCount(1)
        .setLeftOut(1);
  }

  private static ScoreInput input() {
    return ScoreInput.newBuilder()
        .setSubject("target:" + Fixtures.RAIL)
        .setLabel(Fixtures.text("◆ 预警", "◆ at risk"))
        .setAmount("1")
        .setWeight("2")
        .build();
  }

  private static Scheme scheme(boolean ofPlan) {
    return Scheme.newBuilder()
        .setName(ofPlan ? "plan-index" : "bureau-scorecard")
        .setVersion(1)
        .setOfPlan(ofPlan)
        .setTitle(ofPlan ? Fixtures.text("评价指数", "Plan index") : Fixtures.text("绩效", "Scorecard"))
        .setFormula(
            Fixtures.text("0.85 × 指标进度 + 0.15 × 填报质量", "0.85 × position + 0.15 × soundness"))
        .setMissing(Fixtures.text("缺数据不计零分。", "What is missing is no zero."))
        .setSource(Fixtures.text("本系统自定（假设值）。", "Our own (assumed)."))
        .addComponents(component("position", "指标进度", "position", "0.85"))
        .addComponents(component("honesty", "填报质量", "soundness", "0.15"))
        .build();
  }

  private static SchemeComponent component(String id, String zh, String en, String weight) {
    return SchemeComponent.newBuilder()
        .setComponentId(id)
        .setTitle(Fixtures.text(zh, en))
        .setWeight(weight)
        .build();
  }
}
