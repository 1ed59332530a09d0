package io.waymark.registry.domain;

import io.waymark.chassis.failure.Failure;
import java.time.LocalDate;
import java.util.Optional;

/** Checks approved stops of the clock: they neither overlap nor end before they begin. */
final class SuspensionRules {
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_APPROVAL = 200;

  private SuspensionRules() {}

  static Suspension suspend(ProjectState state, ProjectCommand.Suspend command) {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    fields.idempotencyKey(command.idempotencyKey());
    Optional<LocalDate> from = fields.requiredDate("from", command.from());
    fields.requiredText("reason", command.reason(), LONGEST_REASON);
    fields.requiredText("approval", command.approval(), LONGEST_APPROVAL);
    Optional<LocalDate> earliest = lastEnd(state);
    if (from.isPresent() && earliest.isPresent() && from.get().isBefore(earliest.get())) {
      faults.add("from", command.from(), "not before the end of the last stop, " + earliest.get());
    }
    faults.throwIfAny();
    if (state.isSuspended()) {
      throw Failure.notNow("ALREADY_SUSPENDED", "project " + command.project() + " is suspended");
    }
    return new Suspension(
        from.orElseThrow(), Optional.empty(), command.reason(), command.approval());
  }

  static ProjectEvent.Resumed resume(ProjectState state, ProjectCommand.Resume command) {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    fields.idempotencyKey(command.idempotencyKey());
    Optional<LocalDate> from = fields.requiredDate("from", command.from());
    fields.requiredText("approval", command.approval(), LONGEST_APPROVAL);
    if (from.isPresent() && state.isSuspended()) {
      LocalDate stopped = state.suspensions().getLast().from();
      if (!from.get().isAfter(stopped)) {
        faults.add("from", command.from(), "after the first day of the stop, " + stopped);
      }
    }
    faults.throwIfAny();
    if (!state.isSuspended()) {
      throw Failure.notNow("NOT_SUSPENDED", "project " + command.project() + " is not suspended");
    }
    return new ProjectEvent.Resumed(from.orElseThrow(), command.approval());
  }

  private static Optional<LocalDate> lastEnd(ProjectState state) {
    return state.suspensions().isEmpty() ? Optional.empty() : state.suspensions().getLast().until();
  }
}
