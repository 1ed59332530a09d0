package io.waymark.indicator;

import io.waymark.indicator.judge.JudgementStore;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judgements that are forgotten with the test. */
final class MemoryJudgements implements JudgementStore {
  private static final int LONGEST_HISTORY = 500;

  private final MemoryPlans plans;
  private final List<Entry> entries = new ArrayList<>();

  MemoryJudgements(MemoryPlans plans) {
    this.plans = plans;
  }

  @Override
  public void append(List<Entry> appended, Instant nextLook) {
    for (Entry entry : appended) {
      Judgement is = entry.judgement();
      if (of(is.getPlanId(), is.getSubjectId())
          .anyMatch(one -> one.judgement().getVersion() == is.getVersion())) {
        throw new IllegalStateException("version: " + is.getVersion() + " (expected: a new one)");
      }
      entries.add(entry);
    }
  }

  @Override
  public Optional<Entry> inForce(String planId, String subjectId) {
    return of(planId, subjectId)
        .filter(one -> one.judgement().getRestatesJudgementId().isEmpty())
        .findFirst();
  }

  @Override
  public Optional<Entry> byId(String planId, String judgementId) {
    return entries.stream()
        .filter(one -> one.judgement().getPlanId().equals(planId))
        .filter(one -> one.judgement().getJudgementId().equals(judgementId))
        .findFirst();
  }

  @Override
  public Optional<Judgement> heldAt(String planId, String subjectId, Instant instant) {
    return of(planId, subjectId)
        .map(Entry::judgement)
        .filter(one -> one.getRestatesJudgementId().isEmpty())
        .filter(one -> !MemoryFigures.at(one.getRecordedAt()).isAfter(instant))
        .findFirst()
        .map(MemoryJudgements::lean);
  }

  @Override
  public List<Judgement> history(String planId, String subjectId) {
    return of(planId, subjectId).limit(LONGEST_HISTORY).map(one -> lean(one.judgement())).toList();
  }

  /** The last appended first. */
  private Stream<Entry> of(String planId, String subjectId) {
    String id = plans.subjectId(planId, subjectId);
    return entries.reversed().stream()
        .filter(one -> one.judgement().getPlanId().equals(planId))
        .filter(one -> one.judgement().getSubjectId().equals(id));
  }

  private static Judgement lean(Judgement judgement) {
    Judgement.Builder lean = judgement.toBuilder();
    if (lean.hasOutlook()) {
      lean.getOutlookBuilder().clearFan();
    }
    return lean.build();
  }
}
