package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which steps of the phase pipeline may be taken, by whom, and what they must state.
 *
 * <p>A step is measured against what was said before and after its day, never against the phase at
 * registration: that one is often assumed. Whoever speaks twice of one day is taken at the last
 * word.
 */
final class PhaseRules {
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_APPROVAL = 200;

  private PhaseRules() {}

  static PhaseMove move(
      ProjectState state,
      ProjectCommand.MovePhase command,
      String moveId,
      Requester caller,
      Now now) {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    fields.idempotencyKey(command.idempotencyKey());
    if (command.phase().isEmpty()) {
      faults.add("phase", "", Expected.ONE_OF.with(Fields.names(Phase.STATED)));
    }
    Phase phase = fields.choice("phase", command.phase(), Phase.UNSPECIFIED, Phase.STATED);
    Optional<LocalDate> date = fields.pastDate("date", command.date(), now.today());
    fields.text("reason", command.reason(), LONGEST_REASON);
    fields.text("approval", command.approval(), LONGEST_APPROVAL);
    String corrected = command.correctsMoveId();
    if (!corrected.isEmpty() && !state.hasMove(corrected)) {
      faults.add("corrects_move_id", corrected, Expected.MOVE_IN_FORCE.with());
    }
    if (date.isPresent() && phase != Phase.UNSPECIFIED) {
      PhaseTimeline others = PhaseTimeline.of(state).without(corrected);
      changesSomething(faults, others, phase, date.get(), corrected);
      forwardWithReason(faults, others, phase, date.get(), command);
      back(faults, others, phase, date.get(), command, caller);
      notBeyondWhatFollows(faults, others, phase, date.get());
    }
    faults.throwIfAny();
    return new PhaseMove(
        moveId,
        phase,
        date.orElse(now.today()),
        command.reason(),
        command.approval(),
        corrected,
        caller.actor(),
        now.instant());
  }

  /** A report witnesses what it passes over, so it needs no reason; back it cannot lead. */
  static void reported(
      Faults faults, ProjectState state, Phase phase, LocalDate asOf, String correctsReportId) {
    if (phase == Phase.UNSPECIFIED) {
      return;
    }
    PhaseTimeline others = PhaseTimeline.of(state).without(correctsReportId);
    Optional<PhaseWord> before = others.wordBefore(asOf);
    if (before.isPresent() && phase.isBefore(before.get().phase())) {
      faults.add(
          "phase",
          phase.name(),
          Expected.NO_STEP_BACK_BY_REPORT.with(before.get().phase(), before.get().date()));
    }
    notBeyondWhatFollows(faults, others, phase, asOf);
  }

  private static void changesSomething(
      Faults faults, PhaseTimeline others, Phase phase, LocalDate date, String corrected) {
    if (others.before(date) == phase && !others.speaksOn(date) && corrected.isEmpty()) {
      faults.add("phase", phase.name(), Expected.ANOTHER_PHASE.with(date));
    }
  }

  private static void forwardWithReason(
      Faults faults,
      PhaseTimeline others,
      Phase phase,
      LocalDate date,
      ProjectCommand.MovePhase command) {
    List<Phase> stages =
        others.before(date).passedOverTo(phase).stream().filter(Phase::isStage).toList();
    if (!stages.isEmpty() && command.reason().isBlank()) {
      faults.add("reason", "", Expected.WHY_PASSED_OVER.with(Fields.names(stages)));
    }
  }

  private static void back(
      Faults faults,
      PhaseTimeline others,
      Phase phase,
      LocalDate date,
      ProjectCommand.MovePhase command,
      Requester caller) {
    Optional<PhaseWord> before = others.wordBefore(date);
    if (before.isEmpty() || !phase.isBefore(before.get().phase())) {
      return;
    }
    if (!caller.planOffice()) {
      faults.add(
          "phase",
          phase.name(),
          Expected.NO_STEP_BACK_BY_BUREAU.with(before.get().phase(), before.get().date()));
      return;
    }
    if (command.reason().isBlank()) {
      faults.add("reason", "", Expected.WHY_BACK.with(before.get().phase()));
    }
    if (command.approval().isBlank()) {
      faults.add("approval", "", Expected.APPROVAL_OF_STEP_BACK.with());
    }
  }

  /** Unless what follows is a step back anyway. */
  private static void notBeyondWhatFollows(
      Faults faults, PhaseTimeline others, Phase phase, LocalDate date) {
    Optional<PhaseWord> after = others.wordAfter(date);
    boolean stepsBackAnyway =
        after.isPresent()
            && others
                .wordBefore(date)
                .filter(before -> after.get().phase().isBefore(before.phase()))
                .isPresent();
    if (after.isPresent() && after.get().phase().isBefore(phase) && !stepsBackAnyway) {
      faults.add(
          "phase",
          phase.name(),
          Expected.NOT_BEYOND_PHASE.with(after.get().phase(), after.get().date()));
    }
  }
}
