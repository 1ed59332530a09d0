package io.waymark.registry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A step of the phase pipeline as it is told.
 *
 * @param from the phase before
 * @param passedOver the phases between, oldest first; none for a step back
 * @param reportId the report that said so; empty for a move by command
 * @param withdrawn taken back by a correction, or replaced by a later word on the same day
 */
public record PhaseStep(
    String moveId,
    Phase phase,
    Phase from,
    LocalDate date,
    List<Phase> passedOver,
    String reason,
    String approval,
    String reportId,
    String correctsMoveId,
    boolean withdrawn,
    Actor actor,
    Instant recordedAt) {

  static PhaseStep of(PhaseWord word, Phase from, boolean withdrawn) {
    return new PhaseStep(
        word.id(),
        word.phase(),
        from,
        word.date(),
        from.passedOverTo(word.phase()),
        word.reason(),
        word.approval(),
        word.reportId(),
        word.correctsMoveId(),
        withdrawn,
        word.actor(),
        word.recordedAt());
  }
}
