package io.waymark.indicator.commands;

import com.google.protobuf.Timestamp;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.domain.Lateness;
import io.waymark.indicator.domain.RevisionCheck;
import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.postgres.AnnualSteps;
import io.waymark.indicator.postgres.FactsLoader;
import io.waymark.indicator.postgres.JudgingRun;
import io.waymark.indicator.postgres.Replies;
import io.waymark.indicator.postgres.Subject;
import io.waymark.indicator.postgres.TargetVersions;
import io.waymark.indicator.postgres.Trigger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.ReviseTargetResponse;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Gives a target its value by an approved document, and judges it anew. */
public final class TargetRevision {
  private final DSLContext db;
  private final Clock clock;
  private final PostgresOutbox outbox;
  private final Verdicts verdicts;

  /** Creates the command's handler. */
  public TargetRevision(DSLContext db, Clock clock, PostgresOutbox outbox, Verdicts verdicts) {
    this.db = db;
    this.clock = clock;
    this.outbox = outbox;
    this.verdicts = verdicts;
  }

  /** Appends the version; a repeated request gets the stored reply. */
  public ReviseTargetResponse handle(ReviseTargetRequest request, Caller caller) {
    caller.mustBePlanOffice();
    RevisionCheck.form(request);
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      Replies replies = new Replies(tx, caller.bureauId(), request.getIdempotencyKey(), request);
      Optional<ReviseTargetResponse> earlier = replies.earlier(ReviseTargetResponse.parser());
      return earlier.isPresent() ? earlier.get() : revise(tx, request, caller, replies);
    });
  }

  private ReviseTargetResponse revise(
      DSLContext tx, ReviseTargetRequest request, Caller caller, Replies replies) {
    String planId = request.getPlanId();
    TargetVersions versions = new TargetVersions(tx, planId);
    String indicatorId =
        versions.indicatorOf(request.getTargetId()).orElseThrow(() -> unknown(request));
    JudgingRun run = new JudgingRun(tx, clock, verdicts);
    List<Subject> subjects = List.of(Subject.indicator(indicatorId));
    run.lock(planId, subjects);
    Instant now = clock.instant();
    Target before =
        versions
            .inForce(request.getTargetId(), LocalDate.parse(request.getEffective()))
            .orElseThrow(() -> unknown(request));
    RevisionCheck.fits(request, facts(tx, planId, indicatorId, now).plan(), before);
    Target revised =
        versions.append(
            RevisionCheck.revised(request, before), instrument(request, before, caller, now));
    outbox.append(tx, List.of(announce(facts(tx, planId, indicatorId, now), indicatorId, revised)));
    Trigger event = Trigger.event(UUID.randomUUID().toString());
    run.judge(planId, subjects, event);
    AnnualSteps.queue(tx, planId, List.of(indicatorId), event, late(request, now));
    ReviseTargetResponse reply = ReviseTargetResponse.newBuilder().setTarget(revised).build();
    replies.store(reply, now);
    return reply;
  }

  /** Where it took effect before today, what a longer plan held since is to be judged anew. */
  private @Nullable Lateness late(ReviseTargetRequest request, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    return Lateness.ofAnnualTarget(request, today).orElse(null);
  }

  private Facts facts(DSLContext tx, String planId, String indicatorId, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    return new FactsLoader(tx, planId, today, null).load(List.of(indicatorId), List.of());
  }

  private static Instrument instrument(
      ReviseTargetRequest request, Target before, Caller caller, Instant now) {
    return Instrument.newBuilder()
        .setKind(
            before.getValue().isEmpty()
                ? InstrumentKind.INSTRUMENT_KIND_SETTING
                : InstrumentKind.INSTRUMENT_KIND_REVISION)
        .setDocument(request.getDocument().strip())
        .setApprover(request.getApprover().strip())
        .setReason(request.getReason().strip())
        .setEffective(request.getEffective())
        .setActor(Actors.of(caller))
        .setRecordedAt(
            Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
        .build();
  }

  private static OutboxMessage announce(Facts facts, String indicatorId, Target revised) {
    return PlanImport.announce(
        TargetEvent.newBuilder()
            .setPlan(facts.plan())
            .setIndicator(facts.indicators().get(indicatorId))
            .setRevised(revised)
            .build());
  }

  private static Failure unknown(ReviseTargetRequest request) {
    return Failure.notFound("target", request.getPlanId() + "/" + request.getTargetId());
  }
}
