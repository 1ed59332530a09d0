package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Makes a stored judgement again. */
public final class Replay {
  private Replay() {}

  /**
   * What comes of the facts that the judgement pins; empty if its subject is not among them.
   *
   * @param facts exactly what the judgement pins
   * @param previous the judgement that it came after, whose lights may hold within the dead band
   */
  public static Optional<Verdict> again(
      Judgement stored, Facts facts, Optional<Judgement> previous) {
    Map<String, Judgement> before =
        previous
            .map(was -> Map.of(Judging.key(stored.getKind(), stored.getSubjectId()), was))
            .orElse(Map.of());
    Judging judging =
        new Judging(facts, LocalDate.parse(stored.getAsOf()), Before.pinned(before, facts));
    if (stored.getKind() == SubjectKind.SUBJECT_KIND_PROJECT) {
      return facts.projects().containsKey(stored.getSubjectId())
          ? Optional.of(judging.project(stored.getSubjectId()))
          : Optional.empty();
    }
    return facts.indicators().containsKey(stored.getIndicatorId())
        ? judging.targetsOf(stored.getIndicatorId()).stream()
            .filter(verdict -> verdict.judgement().getSubjectId().equals(stored.getSubjectId()))
            .findFirst()
        : Optional.empty();
  }

  /** Without what is said of a judgement when it is recorded: its id, its version, its cause. */
  public static Judgement bare(Judgement judgement) {
    return judgement.toBuilder()
        .clearJudgementId()
        .clearVersion()
        .clearRecordedAt()
        .clearCauseEventId()
        .clearCauseProjectId()
        .clearRestatesJudgementId()
        .clearRestatedLights()
        .clearCause()
        .build();
  }
}
