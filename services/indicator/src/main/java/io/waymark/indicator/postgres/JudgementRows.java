package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.judge.JudgementStore.Entry;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Judgements with their arithmetic, appended by one insert. */
final class JudgementRows {
  private final List<Judgement> judgements = new ArrayList<>();
  private final List<byte[]> steps = new ArrayList<>();

  void add(Entry entry) {
    judgements.add(entry.judgement());
    steps.add(Bytes.of(entry.steps()));
  }

  void insert(DSLContext tx) {
    if (judgements.isEmpty()) {
      return;
    }
    Timestamp at = judgements.getFirst().getRecordedAt();
    tx.execute(
        """
        insert into judgement (judgement_id, plan_id, kind, subject_id, version, as_of, body,
          steps, restates, recorded_at)
        select n.*, ?::timestamptz
        from unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::bigint[], ?::date[],
          ?::bytea[], ?::bytea[], ?::uuid[]) as n
        """,
        Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).atOffset(ZoneOffset.UTC),
        of(j -> UUID.fromString(j.getJudgementId()), UUID[]::new),
        of(Judgement::getPlanId, String[]::new),
        of(j -> (short) j.getKindValue(), Short[]::new),
        of(Judgement::getSubjectId, String[]::new),
        of(Judgement::getVersion, Long[]::new),
        of(j -> LocalDate.parse(j.getAsOf()), LocalDate[]::new),
        of(Bytes::of, byte[][]::new),
        steps.toArray(byte[][]::new),
        of(JudgementRows::restates, UUID[]::new));
  }

  private static @Nullable UUID restates(Judgement judgement) {
    String id = judgement.getRestatesJudgementId();
    return id.isEmpty() ? null : UUID.fromString(id);
  }

  private <T extends @Nullable Object> T[] of(
      Function<Judgement, T> value, IntFunction<T[]> array) {
    return judgements.stream().map(value).toArray(array);
  }
}
