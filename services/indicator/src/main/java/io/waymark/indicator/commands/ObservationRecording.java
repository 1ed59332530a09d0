package io.waymark.indicator.commands;

import com.google.protobuf.Timestamp;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.domain.Lateness;
import io.waymark.indicator.domain.ObservationCheck;
import io.waymark.indicator.postgres.JudgingRun;
import io.waymark.indicator.postgres.Late;
import io.waymark.indicator.postgres.Observations;
import io.waymark.indicator.postgres.Replies;
import io.waymark.indicator.postgres.Subject;
import io.waymark.indicator.postgres.Trigger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.ObservationEvent;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.type.v1.Provenance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Records a figure, and judges the targets of its indicator and of those that follow it. */
public final class ObservationRecording {
  private static final String TOPIC = "waymark.indicator.observation.v1";

  private final DSLContext db;
  private final Clock clock;
  private final PostgresOutbox outbox;
  private final Verdicts verdicts;

  /** Creates the command's handler. */
  public ObservationRecording(
      DSLContext db, Clock clock, PostgresOutbox outbox, Verdicts verdicts) {
    this.db = db;
    this.clock = clock;
    this.outbox = outbox;
    this.verdicts = verdicts;
  }

  /** Records the figure; a repeated request gets the stored reply. */
  public RecordObservationResponse handle(RecordObservationRequest request, Caller caller) {
    ObservationCheck.form(request, caller, day(clock.instant()));
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      Observations observations = new Observations(tx);
      ObservationCheck.ownership(
          request,
          caller,
          observations.indicator(request.getPlanId(), request.getIndicatorId()).orElse(null));
      Replies replies = new Replies(tx, caller.bureauId(), request.getIdempotencyKey(), request);
      Optional<RecordObservationResponse> earlier =
          replies.earlier(RecordObservationResponse.parser());
      return earlier.isPresent() ? earlier.get() : record(tx, request, caller, replies);
    });
  }

  private RecordObservationResponse record(
      DSLContext tx, RecordObservationRequest request, Caller caller, Replies replies) {
    Observations observations = new Observations(tx);
    List<Subject> subjects =
        JudgingRun.withFollowers(tx, request.getPlanId(), List.of(request.getIndicatorId()))
            .stream()
            .map(Subject::indicator)
            .toList();
    JudgingRun run = new JudgingRun(tx, clock, verdicts);
    run.lock(request.getPlanId(), subjects);
    Instant now = clock.instant();
    Observation superseded =
        observations
            .inForce(request.getPlanId(), request.getIndicatorId(), request.getPeriodEnd())
            .orElse(null);
    Observation observation =
        observation(request, caller, now).toBuilder()
            .setSupersedesObservationId(superseded == null ? "" : superseded.getObservationId())
            .build();
    observations.append(request.getPlanId(), observation);
    outbox.append(tx, List.of(announce(request.getPlanId(), observation)));
    Trigger trigger = Trigger.event(observation.getObservationId());
    Map<Subject, Late> late = new HashMap<>();
    observations
        .indicator(request.getPlanId(), request.getIndicatorId())
        .flatMap(indicator -> Lateness.of(observation, superseded, indicator, day(now)))
        .ifPresent(since -> subjects.forEach(s -> late.put(s, new Late(trigger, since))));
    run.judge(request.getPlanId(), subjects, subject -> trigger, late);
    RecordObservationResponse reply =
        RecordObservationResponse.newBuilder()
            .setObservationId(observation.getObservationId())
            .setRecordedAt(observation.getRecordedAt())
            .build();
    replies.store(reply, now);
    return reply;
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }

  private static Observation observation(
      RecordObservationRequest request, Caller caller, Instant now) {
    return Observation.newBuilder()
        .setObservationId(UUID.randomUUID().toString())
        .setIndicatorId(request.getIndicatorId())
        .setPeriodEnd(request.getPeriodEnd())
        .setValue(request.getValue())
        .setExactness(
            request.getExactness() == Exactness.EXACTNESS_UNSPECIFIED
                ? Exactness.EXACTNESS_EXACT
                : request.getExactness())
        .setProvenance(
            request.getProvenance() == Provenance.PROVENANCE_UNSPECIFIED
                ? Provenance.PROVENANCE_REPORTED
                : request.getProvenance())
        .setSource(request.getSource())
        .setActor(Actors.of(caller))
        .setRecordedAt(
            Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
        .build();
  }

  private static OutboxMessage announce(String planId, Observation observation) {
    return new OutboxMessage(
        TOPIC,
        planId + "/" + observation.getIndicatorId(),
        ObservationEvent.getDescriptor().getFullName(),
        ObservationEvent.newBuilder()
            .setPlanId(planId)
            .setObservation(observation)
            .build()
            .toByteArray());
  }
}
