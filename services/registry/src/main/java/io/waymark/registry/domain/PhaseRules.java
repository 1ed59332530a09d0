package io.waymark.registry.domain;

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
      faults.add("phase", "", "one of " + Phase.STATED);
    }
    Phase phase = fields.choice("phase", command.phase(), Phase.UNSPECIFIED, Phase.STATED);
    Optional<LocalDate> date = fields.pastDate("date", command.date(), now.today());
    fields.text("reason", command.reason(), LONGEST_REASON);
    fields.text("approval", command.approval(), LONGEST_APPROVAL);
    String corrected = command.correctsMoveId();
    if (!corrected.isEmpty() && !state.hasMove(corrected)) {
      faults.add("corrects_move_id", corrected, "a move of this project by command, in force");
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
          before.get().phase()
              + ", said of "
              + before.get().date()
              + ", or a later phase; a step back is a move by the plan office, and a wrong report"
              + " is corrected");
    }
    notBeyondWhatFollows(faults, others, phase, asOf);
  }

  private static void changesSomething(
      Faults faults, PhaseTimeline others, Phase phase, LocalDate date, String corrected) {
    if (others.before(date) == phase && !others.speaksOn(date) && corrected.isEmpty()) {
      faults.add("phase", phase.name(), "another phase than the one that " + date + " finds");
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
      faults.add("reason", "", "why " + names(stages) + " is passed over");
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
          before.get().phase()
              + ", said of "
              + before.get().date()
              + ", or a later phase; only the plan office moves a project back");
      return;
    }
    if (command.reason().isBlank()) {
      faults.add("reason", "", "why the project goes back from " + before.get().phase());
    }
    if (command.approval().isBlank()) {
      faults.add("approval", "", "number of the document that approves the step back");
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
          "not beyond " + after.get().phase() + ", said of " + after.get().date());
    }
  }

  private static String names(List<Phase> phases) {
    return String.join(" and ", phases.stream().map(Phase::name).toList());
  }
}
