package io.waymark.indicator.grpc;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.domain.Checks;
import io.waymark.indicator.judge.Told;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Queries.Explained;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers about a day on which more may be known by now: what is now true of it, judged afresh, and
 * what was held of it then, as it was recorded.
 */
final class TwoClocks {
  private final Queries queries;
  private final Clock clock;

  TwoClocks(Queries queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  GetJudgementResponse judgement(GetJudgementRequest request) {
    Question question =
        new Question(
            request.getPlanId(),
            request.getSubjectId(),
            request.getAsOf(),
            request.hasKnownAt() ? instant(request.getKnownAt()) : null);
    Optional<Explained> stored = stored(question);
    if (stored.isPresent()) {
      return GetJudgementResponse.newBuilder().setJudgement(stored.get().judgement()).build();
    }
    Instant knownAt = question.knownAt() == null ? clock.instant() : question.knownAt();
    GetJudgementResponse.Builder reply =
        GetJudgementResponse.newBuilder()
            .setJudgement(afresh(question).judgement())
            .setJudgedAfresh(true)
            .setKnownAt(
                Timestamp.newBuilder()
                    .setSeconds(knownAt.getEpochSecond())
                    .setNanos(knownAt.getNano()));
    heldThen(question, knownAt)
        .flatMap(then -> queries.heldAt(question.planId(), question.subjectId(), then))
        .ifPresent(held ->
            reply.setHeld(held).addAllDifferences(Told.differences(held, reply.getJudgement())));
    return reply.build();
  }

  ExplainJudgementResponse explanation(ExplainJudgementRequest request) {
    Question question =
        new Question(
            request.getPlanId(),
            request.getSubjectId(),
            request.getAsOf(),
            request.hasKnownAt() ? instant(request.getKnownAt()) : null);
    Explained explained = stored(question).orElseGet(() -> afresh(question));
    return explained.steps().toBuilder().setJudgement(explained.judgement()).build();
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  /** What is asked; the date is null where the question does not name one. */
  private record Question(String planId, String subjectId, String asOf, @Nullable Instant knownAt) {
    @Nullable LocalDate date() {
      Checks checks = new Checks();
      LocalDate date = checks.date("as_of", asOf, true);
      checks.raise();
      return date;
    }
  }

  /** What rests in the database: asked for by its id, or the one in force. */
  private Optional<Explained> stored(Question question) {
    Optional<Explained> named = queries.stored(question.planId(), question.subjectId());
    if (named.isPresent() || question.date() != null || question.knownAt() != null) {
      return named;
    }
    return Optional.of(queries.inForce(question.planId(), question.subjectId()));
  }

  private Explained afresh(Question question) {
    LocalDate date = question.date();
    return queries.judgedFor(
        question.planId(), question.subjectId(), date == null ? today() : date, question.knownAt());
  }

  /**
   * The end of the day, or the instant of the knowledge, if that is earlier; none for a day to
   * come.
   */
  private Optional<Instant> heldThen(Question question, Instant knownAt) {
    LocalDate date = question.date() == null ? today() : question.date();
    if (date.isAfter(today())) {
      return Optional.empty();
    }
    Instant end = date.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusNanos(1000);
    return Optional.of(end.isBefore(knownAt) ? end : knownAt);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
