package io.waymark.cli;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.BacktestRequest;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.CompareRulebooksRequest;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.GetOverviewRequest;
import io.waymark.proto.indicator.v1.GetOverviewResponse;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceImplBase;
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
import io.waymark.proto.indicator.v1.ListTargetVersionsRequest;
import io.waymark.proto.indicator.v1.ListTargetVersionsResponse;
import io.waymark.proto.indicator.v1.OverviewCell;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.ReviseTargetResponse;
import io.waymark.proto.indicator.v1.StreamObservationsRequest;
import io.waymark.proto.indicator.v1.StreamObservationsResponse;
import io.waymark.proto.indicator.v1.VerifyJudgementRequest;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An indicator service that holds what a test puts into it. */
final class FakeIndicator extends IndicatorServiceImplBase {
  final Map<String, Judgement> judgements = new ConcurrentHashMap<>();
  final List<RecordObservationRequest> figures = new CopyOnWriteArrayList<>();
  final List<GetJudgementRequest> questions = new CopyOnWriteArrayList<>();
  final List<Judgement> history = new CopyOnWriteArrayList<>();
  final List<String> verified = new CopyOnWriteArrayList<>();
  volatile VerifyJudgementResponse verification = VerifyJudgementResponse.getDefaultInstance();

  volatile BacktestResponse backtest = BacktestResponse.getDefaultInstance();

  final List<CompareRulebooksRequest> comparisons = new CopyOnWriteArrayList<>();
  final List<WhatIfRequest> suppositions = new CopyOnWriteArrayList<>();
  final List<ReviseTargetRequest> revisions = new CopyOnWriteArrayList<>();

  private final AtomicInteger away = new AtomicInteger();

  FakeIndicator() {
    put(Fixtures.rail());
    put(Fixtures.metro());
    put(Fixtures.awaiting());
  }

  void put(Judgement judgement) {
    judgements.put(judgement.getSubjectId(), judgement);
  }

  /** Judges a subject anew, as an event would. */
  void judgeAnew(String subject, Light overall, String zh, String en) {
    judgements.computeIfPresent(
        subject,
        (id, old) -> {
          Judgement.Builder next = old.toBuilder().setVersion(old.getVersion() + 1);
          next.getLightsBuilder().setOverall(overall);
          if (next.hasOutlook()) {
            next.getOutlookBuilder().setPMeet(0.05);
          }
          return next.setSentence(Fixtures.text(zh, en)).build();
        });
  }

  /** The next so many lists of plans are refused, as while the database is away. */
  void beAwayFor(int calls) {
    away.set(calls);
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> reply) {
    if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      reply.onError(
          Refusing.with(Status.Code.UNAVAILABLE, "PART_AWAY", "the database is away; try again"));
      return;
    }
    answer(
        reply,
        ListPlansResponse.newBuilder().addPlans(Fixtures.plan()).setToday(Fixtures.TODAY).build());
  }

  @Override
  public void listIndicators(
      ListIndicatorsRequest request, StreamObserver<ListIndicatorsResponse> reply) {
    answer(reply, ListIndicatorsResponse.newBuilder().addIndicators(Fixtures.indicator()).build());
  }

  @Override
  public void getJudgement(
      GetJudgementRequest request, StreamObserver<GetJudgementResponse> reply) {
    questions.add(request);
    Judgement found = judgements.get(request.getSubjectId());
    if (found == null) {
      reply.onError(
          Refusing.with(Status.Code.NOT_FOUND, "NOT_FOUND", request.getSubjectId() + " not found"));
    } else if (request.getAsOf().isEmpty()) {
      answer(reply, GetJudgementResponse.newBuilder().setJudgement(found).build());
    } else {
      answer(reply, afresh(request, found));
    }
  }

  /** The judgement as if made for the date, beside what {@link #history} held of it. */
  private GetJudgementResponse afresh(GetJudgementRequest request, Judgement found) {
    GetJudgementResponse.Builder reply =
        GetJudgementResponse.newBuilder()
            .setJudgement(
                found.toBuilder()
                    .clearJudgementId()
                    .clearVersion()
                    .clearRecordedAt()
                    .setAsOf(request.getAsOf()))
            .setJudgedAfresh(true)
            .setKnownAt(request.hasKnownAt() ? request.getKnownAt() : Fixtures.at(Fixtures.NOW));
    history.stream()
        .filter(judgement -> judgement.getRestatesJudgementId().isEmpty())
        .filter(judgement -> judgement.getAsOf().compareTo(request.getAsOf()) <= 0)
        .findFirst()
        .ifPresent(held -> {
          reply.setHeld(held);
          if (!held.getLights().equals(found.getLights())) {
            reply.addDifferences(Difference.newBuilder().setField("lights.overall"));
          }
        });
    return reply.build();
  }

  @Override
  public void listJudgementHistory(
      ListJudgementHistoryRequest request, StreamObserver<ListJudgementHistoryResponse> reply) {
    answer(reply, ListJudgementHistoryResponse.newBuilder().addAllJudgements(history).build());
  }

  @Override
  public void verifyJudgement(
      VerifyJudgementRequest request, StreamObserver<VerifyJudgementResponse> reply) {
    verified.add(request.getSubjectId());
    answer(reply, verification);
  }

  @Override
  public void explainJudgement(
      ExplainJudgementRequest request, StreamObserver<ExplainJudgementResponse> reply) {
    answer(
        reply,
        ExplainJudgementResponse.newBuilder()
            .setJudgement(judgements.get(request.getSubjectId()))
            .addSteps(
                Fixtures.step(
                    "position", "序时进度", "Schedule", "578 + (645 - 578) x 546 / 1826 = 598.0"))
            .addSteps(Fixtures.step("outlook", "预计", "Projection", ""))
            .build());
  }

  @Override
  public void listJudgements(
      ListJudgementsRequest request, StreamObserver<ListJudgementsResponse> reply) {
    ListJudgementsResponse.Builder found = ListJudgementsResponse.newBuilder();
    judgements.values().stream()
        .filter(j -> j.getSubjectName().getZh().contains(request.getQuery()))
        .filter(j ->
            request.getLightsCount() == 0
                || request.getLightsList().contains(j.getLights().getOverall()))
        .forEach(found::addJudgements);
    answer(reply, found.build());
  }

  @Override
  public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> reply) {
    suppositions.add(request);
    WhatIfResponse.Builder response =
        WhatIfResponse.newBuilder().setAsOf(Fixtures.TODAY).setJudged(2);
    if (request.getFiguresCount() == 0) {
      response
          .addChanges(Fixtures.worse(Fixtures.rail()))
          .addChanges(Fixtures.worse(Fixtures.metro()));
    }
    answer(reply, response.build());
  }

  @Override
  public void reviseTarget(
      ReviseTargetRequest request, StreamObserver<ReviseTargetResponse> reply) {
    if (request.getOnlyIfAwaited() && request.getTargetId().equals(Fixtures.RAIL)) {
      reply.onError(
          Refusing.with(
              Status.Code.FAILED_PRECONDITION,
              "TARGET_NOT_AWAITED",
              "target: 645 (expected: awaited)"));
      return;
    }
    revisions.add(request);
    judgeAnew(
        request.getTargetId(), Light.LIGHT_ON_TRACK, "目标调整为 630 公里。", "The target is 630 km.");
    answer(reply, ReviseTargetResponse.newBuilder().setTarget(Fixtures.revised(request)).build());
  }

  @Override
  public void listTargetVersions(
      ListTargetVersionsRequest request, StreamObserver<ListTargetVersionsResponse> reply) {
    answer(
        reply,
        ListTargetVersionsResponse.newBuilder()
            .addVersions(Fixtures.revised(revisions.getLast()))
            .addVersions(Fixtures.asPlanned(request.getTargetId()))
            .setInForce(2)
            .build());
  }

  @Override
  public void getOverview(GetOverviewRequest request, StreamObserver<GetOverviewResponse> reply) {
    GetOverviewResponse.Builder overview =
        GetOverviewResponse.newBuilder().setToday(Fixtures.TODAY).setSimulated(true);
    judgements.values().stream()
        .sorted(Comparator.comparing(Judgement::getSubjectId))
        .forEach(j ->
            overview.addCells(
                OverviewCell.newBuilder()
                    .setKind(j.getKind())
                    .setCategory(j.getCategory())
                    .setLight(j.getLights().getOverall())
                    .setCount(1)));
    answer(reply, overview.build());
  }

  @Override
  public void compareRulebooks(
      CompareRulebooksRequest request, StreamObserver<CompareRulebooksResponse> reply) {
    comparisons.add(request);
    answer(reply, Comparisons.railAndMetro());
  }

  @Override
  public void backtest(BacktestRequest request, StreamObserver<BacktestResponse> reply) {
    answer(reply, backtest);
  }

  @Override
  public StreamObserver<StreamObservationsRequest> streamObservations(
      StreamObserver<StreamObservationsResponse> reply) {
    return new StreamObserver<>() {
      @Override
      public void onNext(StreamObservationsRequest item) {
        figures.add(item.getObservation());
        reply.onNext(
            StreamObservationsResponse.newBuilder()
                .setAccepted(
                    RecordObservationResponse.newBuilder().setObservationId("o-" + figures.size()))
                .build());
      }

      @Override
      public void onError(Throwable failure) {}

      @Override
      public void onCompleted() {
        reply.onCompleted();
      }
    };
  }

  @Override
  public void listObservations(
      ListObservationsRequest request, StreamObserver<ListObservationsResponse> reply) {
    answer(reply, ListObservationsResponse.getDefaultInstance());
  }

  @Override
  public void recordObservation(
      RecordObservationRequest request, StreamObserver<RecordObservationResponse> reply) {
    if (!request.getIndicatorId().equals("rail-transit-length")) {
      reply.onError(
          Refusing.with(
              Status.Code.PERMISSION_DENIED, "INDICATOR_NOT_YOURS", "the indicator is not yours"));
      return;
    }
    figures.add(request);
    judgeAnew(Fixtures.RAIL, Light.LIGHT_ON_TRACK, "回到正轨。", "Back on track.");
    answer(
        reply,
        RecordObservationResponse.newBuilder()
            .setObservationId("o-" + figures.size())
            .setRecordedAt(Fixtures.at(Fixtures.NOW))
            .build());
  }

  static <T> void answer(StreamObserver<T> reply, T message) {
    reply.onNext(message);
    reply.onCompleted();
  }
}
