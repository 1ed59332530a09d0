package io.waymark.gateway.fake;

import static io.waymark.gateway.fake.Subject.text;

import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestRequest;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.BacktestScore;
import io.waymark.proto.indicator.v1.CheckedShare;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.GetOverviewRequest;
import io.waymark.proto.indicator.v1.GetOverviewResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.ListIndicatorsRequest;
import io.waymark.proto.indicator.v1.ListIndicatorsResponse;
import io.waymark.proto.indicator.v1.ListJudgementHistoryRequest;
import io.waymark.proto.indicator.v1.ListJudgementHistoryResponse;
import io.waymark.proto.indicator.v1.ListJudgementsRequest;
import io.waymark.proto.indicator.v1.ListJudgementsResponse;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.ListObservationsResponse;
import io.waymark.proto.indicator.v1.ListPlansRequest;
import io.waymark.proto.indicator.v1.ListPlansResponse;
import io.waymark.proto.indicator.v1.OverviewCell;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Target;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The indicator service of the made-up city. */
final class FakeIndicator extends IndicatorServiceGrpc.IndicatorServiceImplBase {
  private static final List<Light> WORST_FIRST =
      List.of(
          Light.LIGHT_OFF_TRACK,
          Light.LIGHT_AT_RISK,
          Light.LIGHT_UNKNOWN,
          Light.LIGHT_SUSPENDED,
          Light.LIGHT_ON_TRACK,
          Light.LIGHT_AHEAD);

  private final List<Subject> subjects = Subject.all();
  private final List<Judgement> judgements =
      subjects.stream()
          .map(subject -> judge(subject, Verdicts.TODAY))
          .sorted(
              Comparator.<Judgement>comparingInt(
                      one -> WORST_FIRST.indexOf(one.getLights().getOverall()))
                  .thenComparing(Judgement::getSubjectId))
          .toList();

  private static Judgement judge(Subject subject, LocalDate asOf) {
    return subject.id().equals("rail-transit-length")
        ? Rail.judge(subject, asOf)
        : Verdicts.of(subject);
  }

  List<Judgement> judgements() {
    return judgements;
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> reply) {
    answer(
        reply,
        ListPlansResponse.newBuilder()
            .setToday("2027-06-30")
            .addPlans(
                Plan.newBuilder()
                    .setPlanId("wuhan-15")
                    .setName(text("武汉市“十五五”规划", "Wuhan's 15th Five-Year Plan"))
                    .setStart("2026-01-01")
                    .setEnd("2030-12-31")
                    .setRulebook("wuhan")
                    .setSource("《武汉市国民经济和社会发展第十五个五年规划纲要》（2026—2030年）"))
            .build());
  }

  @Override
  public void getOverview(GetOverviewRequest request, StreamObserver<GetOverviewResponse> reply) {
    GetOverviewResponse.Builder overview =
        GetOverviewResponse.newBuilder().setToday("2027-06-30").setSimulated(true);
    judgements.stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                one ->
                    OverviewCell.newBuilder()
                        .setKind(one.getKind())
                        .setCategory(one.getCategory())
                        .setLight(one.getLights().getOverall())
                        .build(),
                java.util.LinkedHashMap::new,
                java.util.stream.Collectors.counting()))
        .forEach((cell, count) -> overview.addCells(cell.toBuilder().setCount(count.intValue())));
    answer(reply, overview.build());
  }

  @Override
  public void listJudgements(
      ListJudgementsRequest request, StreamObserver<ListJudgementsResponse> reply) {
    Stream<Judgement> found =
        judgements.stream()
            .filter(one ->
                request.getKind() == SubjectKind.SUBJECT_KIND_UNSPECIFIED
                    || one.getKind() == request.getKind())
            .filter(one ->
                request.getLightsCount() == 0
                    || request.getLightsList().contains(one.getLights().getOverall()))
            .filter(one ->
                request.getCategory().isEmpty() || one.getCategory().equals(request.getCategory()))
            .filter(one -> one.getSubjectName().toString().contains(request.getQuery()))
            .limit(request.getPageSize() == 0 ? 1000 : request.getPageSize());
    answer(reply, ListJudgementsResponse.newBuilder().addAllJudgements(found.toList()).build());
  }

  @Override
  public void getJudgement(
      GetJudgementRequest request, StreamObserver<GetJudgementResponse> reply) {
    Judgement judgement = find(request.getSubjectId(), request.getAsOf());
    answer(reply, GetJudgementResponse.newBuilder().setJudgement(judgement).build());
  }

  private Judgement find(String id, String asOf) {
    Subject subject =
        subjects.stream()
            .filter(one -> one.id().equals(id) || one.subjectId().equals(id))
            .findFirst()
            .orElseThrow(() ->
                Refusals.of(
                    Code.NOT_FOUND, "SUBJECT_NOT_FOUND", "subject " + id + " does not exist"));
    return judge(subject, asOf.isEmpty() ? Verdicts.TODAY : LocalDate.parse(asOf));
  }

  @Override
  public void listJudgementHistory(
      ListJudgementHistoryRequest request, StreamObserver<ListJudgementHistoryResponse> reply) {
    ListJudgementHistoryResponse.Builder history = ListJudgementHistoryResponse.newBuilder();
    for (String date : List.of("2027-06-30", "2027-03-31", "2026-12-31", "2026-09-30")) {
      history.addJudgements(find(request.getSubjectId(), date).toBuilder().setAsOf(date));
    }
    answer(reply, history.build());
  }

  @Override
  public void explainJudgement(
      ExplainJudgementRequest request, StreamObserver<ExplainJudgementResponse> reply) {
    answer(
        reply,
        ExplainJudgementResponse.newBuilder()
            .setJudgement(find(request.getSubjectId(), request.getAsOf()))
            .addSteps(
                step(
                    "position",
                    "序时进度",
                    "Schedule",
                    "578 + (645 − 578) × 546 / 1826 = 598.03",
                    "598.0 公里",
                    "598.0 km"))
            .addSteps(
                step(
                    "position",
                    "完成比",
                    "Ratio",
                    "(590.0 − 578) / (598.03 − 578) = 0.599",
                    "59.9%，低于 60%：红",
                    "59.9%, below 60%: red"))
            .addSteps(
                step(
                    "outlook",
                    "达标概率",
                    "Probability",
                    "P(590.0 + Σ 未完工线路 ≥ 645) = 0.21",
                    "21%",
                    "21%"))
            .addSteps(
                step(
                    "freshness",
                    "数据时效",
                    "Age of the figure",
                    "2027-06-30 − 2027-06-30 = 0 天 ≤ 92 天",
                    "及时",
                    "recent enough"))
            .addSteps(step("overall", "四色", "Overall", "max(滞后, 滞后, 正常)", "滞后", "off track"))
            .build());
  }

  private static ExplanationStep step(
      String part, String zh, String en, String arithmetic, String resultZh, String resultEn) {
    return ExplanationStep.newBuilder()
        .setPart(part)
        .setLabel(text(zh, en))
        .setArithmetic(arithmetic)
        .setResult(text(resultZh, resultEn))
        .build();
  }

  /** Hindcasts that can be scored, and nothing that has come due. */
  @Override
  public void backtest(BacktestRequest request, StreamObserver<BacktestResponse> reply) {
    BacktestPart.Builder part =
        BacktestPart.newBuilder()
            .setSeries(21)
            .setSimulatedQuestions(12)
            .setLeastScored(10)
            .setLeastDrawn(5)
            .addScores(score(0, 303))
            .addScores(score(1, 160))
            .addScores(score(2, 136))
            .addScores(BacktestScore.newBuilder().setYears(3).setQuestions(7));
    answer(
        reply,
        BacktestResponse.newBuilder()
            .setAsOf("2027-06-30")
            .setIndicators(142)
            .setTooShort(99)
            .setNotAsked(22)
            .setLeastYears(4)
            .setMostOrigins(30)
            .setHindcasts(part)
            .setHeld(BacktestPart.newBuilder().setLeastScored(10).setLeastDrawn(5))
            .build());
  }

  private static BacktestScore score(int years, int questions) {
    BacktestScore.Builder score =
        BacktestScore.newBuilder()
            .setYears(years)
            .setQuestions(questions)
            .setBaseRate(0.55)
            .setBrier(0.163)
            .setBrierError(0.012)
            .setReferenceBrier(0.249)
            .setSkill(0.345)
            .setInterval80(share(questions, 0.79))
            .setInterval90(share(questions, 0.91));
    for (int tenth = 0; tenth < 10; tenth++) {
      int count = 3 + 5 * tenth;
      var point =
          score.addPointsBuilder().setTenth(tenth).setCount(count).setSaid(0.05 + tenth / 10.0);
      if (count >= 5) {
        point.setWas(share(count, 0.08 + 0.095 * tenth));
      }
    }
    return score.build();
  }

  private static CheckedShare share(int count, double share) {
    return CheckedShare.newBuilder()
        .setCount(count)
        .setHits((int) Math.round(share * count))
        .setShare(share)
        .setLow(Math.max(0, share - 0.1))
        .setHigh(Math.min(1, share + 0.1))
        .build();
  }

  @Override
  public void listIndicators(
      ListIndicatorsRequest request, StreamObserver<ListIndicatorsResponse> reply) {
    ListIndicatorsResponse.Builder list = ListIndicatorsResponse.newBuilder();
    subjects.stream()
        .filter(subject -> !subject.project())
        .forEach(subject ->
            list.addIndicators(
                Indicator.newBuilder()
                    .setIndicatorId(subject.id())
                    .setName(subject.name())
                    .setUnit(subject.unit())
                    .setCategory(subject.category())
                    .addAssumedFields("lead_bureau_id")
                    .addTargets(
                        Target.newBuilder()
                            .setTargetId(subject.subjectId())
                            .setValue(subject.target())
                            .setDue("2030-12-31"))));
    answer(reply, list.build());
  }

  @Override
  public void listObservations(
      ListObservationsRequest request, StreamObserver<ListObservationsResponse> reply) {
    ListObservationsResponse.Builder list = ListObservationsResponse.newBuilder();
    if (request.getIndicatorId().equals("rail-transit-length")) {
      list.addAllObservations(Rail.observations());
    }
    answer(reply, list.build());
  }

  private static <T> void answer(StreamObserver<T> reply, T value) {
    reply.onNext(value);
    reply.onCompleted();
  }
}
