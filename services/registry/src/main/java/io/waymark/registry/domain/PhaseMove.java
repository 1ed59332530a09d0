package io.waymark.registry.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A move to another phase by command.
 *
 * @param date the day from which it holds (valid time)
 * @param reason empty for an ordinary step
 * @param approval number of the approving document; empty for a step forward
 * @param correctsMoveId the move that this one takes out of force; empty for an ordinary one
 * @param recordedAt when the registry learnt it
 */
public record PhaseMove(
    String moveId,
    Phase phase,
    LocalDate date,
    String reason,
    String approval,
    String correctsMoveId,
    Actor actor,
    Instant recordedAt) {

  /** Where it stands in the order of recording: the project's version that brought it. */
  public long order() {
    return RecordIds.order(moveId);
  }
}
