package io.waymark.indicator.evaluate;

import io.waymark.indicator.evaluate.SnapshotComparison.Frozen;
import io.waymark.proto.indicator.v1.FrozenContent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.rulebooks.Schemes;
import java.time.Instant;
import java.util.List;

/** Frozen evaluations: written once, read for ever. A snapshot is named by its id or document. */
public interface SnapshotStore {
  /**
   * Writes a snapshot; the hash of its content is added to what is listed. Refused as a conflict if
   * the plan has one with that document.
   *
   * @param judgements what the evaluation stands on, in their order
   */
  Snapshot write(FrozenContent content, List<Judgement> judgements, Instant now);

  /** Keeps a scheme's file as it was first used; refuses one that changed behind its version. */
  void keep(Schemes.Known known, Instant now);

  /** All of a plan, the latest as-of date first, of one date the one recorded last. */
  List<Snapshot> list(String planId);

  /** What a snapshot says beside its judgements; refused as not found if there is none. */
  FrozenContent content(String planId, String id);

  /** A snapshot's content for a comparison; refused as not found if there is none. */
  Frozen frozen(String planId, String id);

  /** A page of judgements, from a place on; refused as not found if there is no such snapshot. */
  List<Judgement> judgements(String planId, String id, int from, int limit);
}
