package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verdicts as they were recorded: appended and never changed. One that restates a past date is part
 * of the history and never in force. Where a subject is asked for, an indicator's id stands for its
 * last target.
 */
public interface JudgementStore {
  /** A judgement and its arithmetic. */
  record Entry(Judgement judgement, ExplainJudgementResponse steps) {}

  /**
   * Appends judgements of one moment. Each becomes the one in force of its subject unless it
   * restates another; of one subject no version comes twice.
   *
   * @param nextLook when those in force may change by time alone
   */
  void append(List<Entry> entries, Instant nextLook);

  /** The judgement in force of a subject. */
  Optional<Entry> inForce(String planId, String subjectId);

  /** The judgement of that id; empty if it is no judgement's id. */
  Optional<Entry> byId(String planId, String judgementId);

  /** The judgement that was in force at an instant, without its fan. */
  Optional<Judgement> heldAt(String planId, String subjectId, Instant instant);

  /** Up to 500 judgements of a subject without their fans, the one recorded last first. */
  List<Judgement> history(String planId, String subjectId);
}
