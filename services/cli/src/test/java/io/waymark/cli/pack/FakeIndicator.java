package io.waymark.cli.pack;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.cli.pack.FakeServices.Replies;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.ExportPlanRequest;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.GetDecompositionRequest;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.ImportPlanResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.ListObservationsResponse;
import io.waymark.proto.indicator.v1.ListPlansRequest;
import io.waymark.proto.indicator.v1.ListPlansResponse;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.PackNotes;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.ReviseTargetResponse;
import io.waymark.proto.indicator.v1.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An indicator service in memory. */
public final class FakeIndicator extends IndicatorServiceGrpc.IndicatorServiceImplBase {
  private final Supplier<Instant> clock;
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final Map<String, Plan> plans = new HashMap<>();
  private final Map<String, Map<String, Indicator>> byPlan = new HashMap<>();
  private final Map<String, PackNotes> notes = new TreeMap<>();
  private final Map<String, Decomposition> decompositions = new TreeMap<>();
  private final Map<String, Target> revisions = new TreeMap<>();
  private final List<RecordObservationRequest> figures =
      Collections.synchronizedList(new ArrayList<>());
  private final List<String> figureCallers = Collections.synchronizedList(new ArrayList<>());
  private final Replies<RecordObservationRequest, RecordObservationResponse> replies =
      new Replies<>();
  private volatile List<String> judged = List.of();
  private volatile GetDecompositionResponse decomposition =
      GetDecompositionResponse.getDefaultInstance();

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
    plans.put(request.getPlan().getPlanId(), request.getPlan());
    String planId = request.getPlan().getPlanId();
    Map<String, Indicator> held = byPlan.computeIfAbsent(planId, p -> new TreeMap<>());
    request.getIndicatorsList().forEach(i -> held.merge(i.getIndicatorId(), i, this::over));
    int shared = 0;
    for (Decomposition shares : request.getDecompositionsList()) {
      String key = planId + "/" + shares.getTargetId() + "/" + shares.getKind();
      Decomposition before =
          shares.getSharesCount() == 0
              ? decompositions.remove(key)
              : decompositions.put(key, shares);
      shared += shares.equals(before) ? 0 : 1;
    }
    for (PackNotes noted : request.getNotesList()) {
      String key = planId + "/" + noted.getSheet() + "/" + noted.getItem();
      if (noted.getRowsCount() == 0) {
        notes.remove(key);
      } else {
        notes.put(key, noted);
      }
    }
    responses.onNext(
        ImportPlanResponse.newBuilder()
            .setIndicators(
                FakeServices.store(
                    indicators, request.getIndicatorsList(), Indicator::getIndicatorId))
            .setTargets(FakeServices.store(targets, all, Target::getTargetId))
            .setDecompositionsWritten(shared)
            .build());
    responses.onCompleted();
  }

  @Override
  public void exportPlan(ExportPlanRequest request, StreamObserver<ExportPlanResponse> responses) {
    Plan plan = plans.get(request.getPlanId());
    if (plan == null) {
      responses.onError(Status.NOT_FOUND.asRuntimeException());
      return;
    }
    String prefix = request.getPlanId() + "/";
    ExportPlanResponse.Builder export =
        ExportPlanResponse.newBuilder()
            .setPlan(plan)
            .addAllIndicators(byPlan.getOrDefault(request.getPlanId(), new TreeMap<>()).values());
    notes.forEach((key, noted) -> {
      if (key.startsWith(prefix)) {
        export.addNotes(noted);
      }
    });
    decompositions.forEach((key, shares) -> {
      if (key.startsWith(prefix)) {
        export.addDecompositions(shares);
      }
    });
    revisions.forEach((key, version) -> {
      if (key.startsWith(prefix)) {
        export.addRevisions(version);
      }
    });
    for (RecordObservationRequest figure : List.copyOf(figures)) {
      if (figure.getPlanId().equals(request.getPlanId())) {
        export.addFigures(
            Observation.newBuilder()
                .setIndicatorId(figure.getIndicatorId())
                .setPeriodEnd(figure.getPeriodEnd())
                .setValue(figure.getValue())
                .setExactness(figure.getExactness()));
      }
    }
    responses.onNext(export.build());
    responses.onCompleted();
  }

  /** An import takes no target away. */
  private Indicator over(Indicator before, Indicator now) {
    Indicator.Builder both = now.toBuilder();
    Set<String> named = new HashSet<>();
    now.getTargetsList().forEach(target -> named.add(target.getTargetId()));
    before.getTargetsList().stream()
        .filter(target -> !named.contains(target.getTargetId()))
        .forEach(both::addTargets);
    return both.build();
  }

  /** Answers this to whoever asks how targets are shared out. */
  public void decomposed(GetDecompositionResponse response) {
    decomposition = response;
  }

  @Override
  public void getDecomposition(
      GetDecompositionRequest request, StreamObserver<GetDecompositionResponse> responses) {
    responses.onNext(decomposition);
    responses.onCompleted();
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> responses) {
    responses.onNext(ListPlansResponse.newBuilder().addAllPlans(plans.values()).build());
    responses.onCompleted();
  }

  @Override
  public void reviseTarget(
      ReviseTargetRequest request, StreamObserver<ReviseTargetResponse> responses) {
    Target version =
        Target.newBuilder()
            .setTargetId(request.getTargetId())
            .setValue(request.getValue())
            .setValueMax(request.getValueMax())
            .setComparator(request.getComparator())
            .setDue(request.getDue())
            .setInstrument(
                Instrument.newBuilder()
                    .setDocument(request.getDocument())
                    .setApprover(request.getApprover())
                    .setReason(request.getReason())
                    .setEffective(request.getEffective()))
            .build();
    revisions.put(request.getPlanId() + "/" + request.getIdempotencyKey(), version);
    responses.onNext(ReviseTargetResponse.newBuilder().setTarget(version).build());
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
    figureCallers.add(Objects.requireNonNullElse(FakeServices.CALLER.get(), ""));
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
