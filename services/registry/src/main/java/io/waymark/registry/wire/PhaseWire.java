package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.ListPhaseMovesResponse;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.registry.domain.PhaseHistory;
import io.waymark.registry.domain.PhaseStep;
import java.time.LocalDate;

/** Moves along the phase pipeline. */
public final class PhaseWire {
  private PhaseWire() {}

  /** For readers. */
  public static ListPhaseMovesResponse history(PhaseHistory history) {
    return ListPhaseMovesResponse.newBuilder()
        .setRegistered(ProjectWire.phase(history.registered()))
        .addAllMoves(history.steps().stream().map(PhaseWire::step).toList())
        .build();
  }

  static PhaseMove step(PhaseStep step) {
    return PhaseMove.newBuilder()
        .setMoveId(step.moveId())
        .setPhase(ProjectWire.phase(step.phase()))
        .setFromPhase(ProjectWire.phase(step.from()))
        .setDate(step.date().toString())
        .addAllPassedOver(step.passedOver().stream().map(ProjectWire::phase).toList())
        .setReason(step.reason())
        .setApproval(step.approval())
        .setReportId(step.reportId())
        .setCorrectsMoveId(step.correctsMoveId())
        .setWithdrawn(step.withdrawn())
        .setActor(TypeWire.actor(step.actor()))
        .setRecordedAt(TypeWire.timestamp(step.recordedAt()))
        .build();
  }

  static PhaseMove move(io.waymark.registry.domain.PhaseMove move) {
    return PhaseMove.newBuilder()
        .setMoveId(move.moveId())
        .setPhase(ProjectWire.phase(move.phase()))
        .setDate(move.date().toString())
        .setReason(move.reason())
        .setApproval(move.approval())
        .setCorrectsMoveId(move.correctsMoveId())
        .setActor(TypeWire.actor(move.actor()))
        .setRecordedAt(TypeWire.timestamp(move.recordedAt()))
        .build();
  }

  static io.waymark.registry.domain.PhaseMove move(PhaseMove move) {
    return new io.waymark.registry.domain.PhaseMove(
        move.getMoveId(),
        ProjectWire.phase(move.getPhase()),
        LocalDate.parse(move.getDate()),
        move.getReason(),
        move.getApproval(),
        move.getCorrectsMoveId(),
        TypeWire.actor(move.getActor()),
        TypeWire.instant(move.getRecordedAt()));
  }
}
