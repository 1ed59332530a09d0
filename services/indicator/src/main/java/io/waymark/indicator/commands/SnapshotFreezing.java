package io.waymark.indicator.commands;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.domain.EvaluationCheck;
import io.waymark.indicator.domain.EvaluationCheck.Asked;
import io.waymark.indicator.evaluate.Evaluating;
import io.waymark.indicator.postgres.Evaluations;
import io.waymark.indicator.postgres.Replies;
import io.waymark.indicator.postgres.Snapshots;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.FreezeSnapshotResponse;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.refusals.Expected;
import io.waymark.rulebooks.Schemes;
import io.waymark.rulebooks.scoring.Scheme;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Freezes an evaluation of a plan, or shows what one would say. */
public final class SnapshotFreezing {
  private final DSLContext db;
  private final Clock clock;
  private final Supplier<Schemes> schemes;

  /** Creates the command's handler. */
  public SnapshotFreezing(DSLContext db, Clock clock, Supplier<Schemes> schemes) {
    this.db = db;
    this.clock = clock;
    this.schemes = schemes;
  }

  /** Writes the snapshot; a repeated request gets the stored reply. */
  public FreezeSnapshotResponse handle(FreezeSnapshotRequest request, Caller caller) {
    caller.mustBePlanOffice();
    Instant now = now();
    Asked asked =
        EvaluationCheck.form(
            request,
            request.hasKnownAt() ? instant(request.getKnownAt()) : null,
            now,
            clock.getZone());
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      Replies replies = new Replies(tx, caller.bureauId(), request.getIdempotencyKey(), request);
      Optional<FreezeSnapshotResponse> earlier = replies.earlier(FreezeSnapshotResponse.parser());
      return earlier.isPresent() ? earlier.get() : freeze(tx, request, asked, caller, now, replies);
    });
  }

  private FreezeSnapshotResponse freeze(
      DSLContext tx,
      FreezeSnapshotRequest request,
      Asked asked,
      Caller caller,
      Instant now,
      Replies replies) {
    Snapshot head =
        Snapshot.newBuilder()
            .setSnapshotId(UUID.randomUUID().toString())
            .setTitle(request.getTitle().strip())
            .setDocument(request.getDocument().strip())
            .setActor(Actors.of(caller))
            .setRecordedAt(Evaluations.timestamp(now))
            .build();
    Schemes.Known scorecard = scorecard(request.getScorecard());
    Schemes.Known index = index(request.getIndex());
    Evaluations.Made made =
        new Evaluations(db)
            .make(request.getPlanId(), asked, head, request.getFacts(), scorecard, index);
    Snapshots snapshots = new Snapshots(tx);
    snapshots.keep(scorecard, now);
    snapshots.keep(index, now);
    Snapshot snapshot = snapshots.write(made.content(), made.judgements(), now);
    Evaluation lean = Evaluating.lean(made.content().getEvaluation());
    FreezeSnapshotResponse reply =
        FreezeSnapshotResponse.newBuilder()
            .setEvaluation(lean.toBuilder().setSnapshot(snapshot))
            .build();
    replies.store(reply, now);
    return reply;
  }

  /** What a snapshot would say; nothing is written. */
  public Evaluation preview(PreviewEvaluationRequest request) {
    Asked asked =
        EvaluationCheck.form(
            request,
            request.hasKnownAt() ? instant(request.getKnownAt()) : null,
            now(),
            clock.getZone());
    Evaluation whole =
        new Evaluations(db)
            .make(
                request.getPlanId(),
                asked,
                Snapshot.getDefaultInstance(),
                request.getFacts(),
                scorecard(request.getScorecard()),
                index(request.getIndex()))
            .content()
            .getEvaluation();
    if (request.getScoreId().isEmpty()) {
      return Evaluating.lean(whole);
    }
    Score score =
        Evaluating.score(whole, request.getScoreId())
            .orElseThrow(() -> Failure.notFound("score", request.getScoreId()));
    return Evaluating.only(whole, score);
  }

  /** The database keeps microseconds: what was known is asked with the same precision. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant instant(com.google.protobuf.Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  private Schemes.Known scorecard(String name) {
    return scheme("scorecard", name.isEmpty() ? Schemes.SCORECARD : name, Scheme.Kind.SCORECARD);
  }

  private Schemes.Known index(String name) {
    return scheme("index", name.isEmpty() ? Schemes.INDEX : name, Scheme.Kind.INDEX);
  }

  private Schemes.Known scheme(String field, String name, Scheme.Kind kind) {
    Schemes known = schemes.get();
    Schemes.@Nullable Known found = known.named(name).orElse(null);
    if (found == null || found.scheme().kind() != kind) {
      String names = String.join(", ", known.names(kind));
      throw Failure.invalid(List.of(new Violation(field, name, Expected.ONE_OF.with(names))));
    }
    return found;
  }
}
