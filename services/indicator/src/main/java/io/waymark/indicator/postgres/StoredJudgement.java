package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Differences;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A judgement as it rests: its bytes, and what its row says of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared; read once
record StoredJudgement(
    UUID id,
    int kind,
    String subjectId,
    long version,
    LocalDate asOf,
    Instant recordedAt,
    byte[] body,
    byte[] steps) {
  /** The database keeps microseconds. */
  private static final Duration KEPT = Duration.ofNanos(1000);

  Judgement judgement() {
    return Bytes.parse(Judgement.parser(), body);
  }

  ExplainJudgementResponse explanation() {
    return Bytes.parse(ExplainJudgementResponse.parser(), steps);
  }

  /** Where the body says something else than its row, or is not written as we write. */
  List<Difference> contradictions() {
    Judgement judgement = judgement();
    List<Difference> found = new ArrayList<>();
    check(found, "judgement_id", id.toString(), judgement.getJudgementId());
    check(found, "kind", kind, judgement.getKindValue());
    check(found, "subject_id", subjectId, judgement.getSubjectId());
    check(found, "as_of", asOf, judgement.getAsOf());
    check(found, "version", version, judgement.getVersion());
    Instant said =
        Instant.ofEpochSecond(
            judgement.getRecordedAt().getSeconds(), judgement.getRecordedAt().getNanos());
    if (Duration.between(said, recordedAt).abs().compareTo(KEPT) > 0) {
      check(found, "recorded_at", recordedAt, said);
    }
    if (found.isEmpty() && !Arrays.equals(body, Bytes.of(judgement))) {
      check(found, "", body.length + " bytes", Bytes.of(judgement).length + " bytes");
    }
    return found;
  }

  /** Where the steps are others than these. */
  List<Difference> stepDifferences(List<ExplanationStep> again) {
    ExplainJudgementResponse after =
        ExplainJudgementResponse.newBuilder().addAllSteps(again).build();
    List<Difference> found = Differences.between(explanation(), after);
    return found.isEmpty()
        ? List.of(Difference.newBuilder().setField("steps").setBefore("other bytes").build())
        : found;
  }

  private static void check(List<Difference> found, String field, Object row, Object said) {
    if (!row.toString().equals(said.toString())) {
      found.add(
          Difference.newBuilder()
              .setField(field)
              .setBefore(said.toString())
              .setAfter(row.toString())
              .build());
    }
  }
}
