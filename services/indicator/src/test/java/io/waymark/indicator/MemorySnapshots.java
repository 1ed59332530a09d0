package io.waymark.indicator;

import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.evaluate.SnapshotComparison.Frozen;
import io.waymark.indicator.evaluate.SnapshotStore;
import io.waymark.proto.indicator.v1.FrozenContent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.refusals.Refused;
import io.waymark.rulebooks.Schemes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Snapshots that are forgotten with the test. */
final class MemorySnapshots implements SnapshotStore {
  private final List<Kept> kept = new ArrayList<>();
  private final Map<String, String> schemes = new HashMap<>();

  private record Kept(FrozenContent content, List<Judgement> judgements, Instant at) {
    Snapshot snapshot() {
      return content.getEvaluation().getSnapshot();
    }
  }

  @Override
  public Snapshot write(FrozenContent content, List<Judgement> judgements, Instant now) {
    Snapshot head = content.getEvaluation().getSnapshot();
    if (of(head.getPlanId())
        .anyMatch(one -> one.snapshot().getDocument().equals(head.getDocument()))) {
      throw Failure.conflict(Refused.DOCUMENT_IN_USE.with(head.getDocument(), head.getPlanId()));
    }
    FrozenContent.Builder hashed = content.toBuilder();
    hashed.getEvaluationBuilder().getSnapshotBuilder().setSha256(sha256(content, judgements));
    Kept one = new Kept(hashed.build(), List.copyOf(judgements), now);
    kept.add(one);
    return one.snapshot();
  }

  @Override
  public void keep(Schemes.Known known, Instant now) {
    String first = schemes.putIfAbsent(known.scheme().pin(), known.yaml());
    if (first != null && !first.equals(known.yaml())) {
      throw Failure.conflict(Refused.SCHEME_CHANGED.with(known.scheme().pin()));
    }
  }

  @Override
  public List<Snapshot> list(String planId) {
    return of(planId)
        .sorted(
            Comparator.comparing((Kept one) -> one.snapshot().getAsOf())
                .thenComparing(Kept::at)
                .reversed())
        .map(Kept::snapshot)
        .toList();
  }

  @Override
  public FrozenContent content(String planId, String id) {
    return named(planId, id).content();
  }

  @Override
  public Frozen frozen(String planId, String id) {
    Kept one = named(planId, id);
    return new Frozen(one.content().getEvaluation(), one.judgements());
  }

  @Override
  public List<Judgement> judgements(String planId, String id, int from, int limit) {
    return named(planId, id).judgements().stream().skip(from).limit(limit).toList();
  }

  private Kept named(String planId, String id) {
    return of(planId)
        .filter(one ->
            id.equals(one.snapshot().getSnapshotId()) || id.equals(one.snapshot().getDocument()))
        .findFirst()
        .orElseThrow(() -> Failure.notFound("snapshot", planId + "/" + id));
  }

  private Stream<Kept> of(String planId) {
    return kept.stream().filter(one -> one.snapshot().getPlanId().equals(planId));
  }

  private static String sha256(FrozenContent content, List<Judgement> judgements) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.toByteArray());
      judgements.forEach(judgement -> digest.update(judgement.toByteArray()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
