package io.waymark.cli.pack;

import io.grpc.stub.StreamObserver;
import io.waymark.cli.pack.FakeServices.Replies;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.ImportPlanResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.ListObservationsResponse;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.indicator.v1.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** An indicator service in memory. */
public final class FakeIndicator extends IndicatorServiceGrpc.IndicatorServiceImplBase {
  private final Supplier<Instant> clock;
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final List<RecordObservationRequest> figures =
      Collections.synchronizedList(new ArrayList<>());
  private final List<String> figureCallers = Collections.synchronizedList(new ArrayList<>());
  private final Replies<RecordObservationRequest, RecordObservationResponse> replies =
      new Replies<>();
  private volatile List<String> judged = List.of();

  FakeIndicator(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /** Indicators by id. */
  public Map<String, Indicator> indicators() {
    return indicators;
  }

  /** Figures that were written, in order. */
  public List<RecordObservationRequest> figures() {
    return figures;
  }

  /** Who recorded each of them. */
  public List<String> figureCallers() {
    return figureCallers;
  }

  /** Judgements stand on these reports from now on. */
  public void judge(String... reportIds) {
    judged = List.of(reportIds);
  }

  @Override
  public void importPlan(ImportPlanRequest request, StreamObserver<ImportPlanResponse> responses) {
    List<Target> all = new ArrayList<>();
    request.getIndicatorsList().forEach(i -> all.addAll(i.getTargetsList()));
    responses.onNext(
        ImportPlanResponse.newBuilder()
            .setIndicators(
                FakeServices.store(
                    indicators, request.getIndicatorsList(), Indicator::getIndicatorId))
            .setTargets(FakeServices.store(targets, all, Target::getTargetId))
            .build());
    responses.onCompleted();
  }

  @Override
  public void recordObservation(
      RecordObservationRequest request, StreamObserver<RecordObservationResponse> responses) {
    responses.onNext(replies.once(request.getIdempotencyKey(), request, () -> write(request)));
    responses.onCompleted();
  }

  private RecordObservationResponse write(RecordObservationRequest request) {
    figures.add(request);
    figureCallers.add(Objects.requireNonNull(FakeServices.CALLER.get()));
    return RecordObservationResponse.newBuilder()
        .setObservationId("figure-" + request.getIdempotencyKey())
        .setRecordedAt(FakeServices.timestamp(clock.get()))
        .build();
  }

  @Override
  public void listObservations(
      ListObservationsRequest request, StreamObserver<ListObservationsResponse> responses) {
    ListObservationsResponse.Builder response = ListObservationsResponse.newBuilder();
    for (RecordObservationRequest figure : List.copyOf(figures)) {
      if (figure.getIndicatorId().equals(request.getIndicatorId())) {
        response.addObservations(
            Observation.newBuilder()
                .setObservationId("figure-" + figure.getIdempotencyKey())
                .setPeriodEnd(figure.getPeriodEnd()));
      }
    }
    responses.onNext(response.build());
    responses.onCompleted();
  }

  @Override
  public void getJudgement(
      GetJudgementRequest request, StreamObserver<GetJudgementResponse> responses) {
    Pins pins = Pins.newBuilder().addAllInputIds(judged).build();
    responses.onNext(
        GetJudgementResponse.newBuilder()
            .setJudgement(Judgement.newBuilder().setPins(pins))
            .build());
    responses.onCompleted();
  }
}
