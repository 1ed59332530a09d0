package io.waymark.registry.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
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
    Optional<LocalDate> until = fields.optionalDate("until", command.until());
    Optional<LocalDate> planned = fields.optionalDate("planned_until", command.plannedUntil());
    fields.requiredText("reason", command.reason(), LONGEST_REASON);
    fields.requiredText("approval", command.approval(), LONGEST_APPROVAL);
    from.ifPresent(first -> {
      after(faults, "until", until, first);
      after(faults, "planned_until", planned, first);
    });
    if (until.isPresent() && planned.isPresent()) {
      faults.add("planned_until", command.plannedUntil(), Expected.ONLY_ONE_END.with());
    }
    boolean secondOpenStop = state.isSuspended() && until.isEmpty();
    if (from.isPresent() && !secondOpenStop) {
      outsideOthers(faults, state, from.get(), until);
    }
    faults.throwIfAny();
    if (secondOpenStop) {
      throw Failure.notNow(Refused.ALREADY_SUSPENDED.with(command.project()));
    }
    return new Suspension(
        from.orElseThrow(), until, command.reason(), command.approval(), planned, "");
  }

  private static void outsideOthers(
      Faults faults, ProjectState state, LocalDate from, Optional<LocalDate> until) {
    if (until.isEmpty()) {
      Optional<LocalDate> earliest = lastEnd(state);
      if (earliest.isPresent() && from.isBefore(earliest.get())) {
        faults.add("from", from.toString(), Expected.NOT_BEFORE_LAST_STOP.with(earliest.get()));
      }
      return;
    }
    for (Suspension other : state.suspensions()) {
      if (other.overlaps(from, until)) {
        faults.add("from", from + ".." + until.get(), Expected.APART_FROM_STOP.with(other.span()));
      }
    }
  }

  /** A stop that is open is ended; one whose end lies ahead is given another end. */
  static ProjectEvent.Resumed resume(ProjectState state, ProjectCommand.Resume command, Now now) {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    fields.idempotencyKey(command.idempotencyKey());
    Optional<LocalDate> from = fields.requiredDate("from", command.from());
    fields.requiredText("approval", command.approval(), LONGEST_APPROVAL);
    boolean endable = isEndable(state, now.today());
    if (endable) {
      LocalDate stopped = state.suspensions().getLast().from();
      from.filter(day -> !day.isAfter(stopped))
          .ifPresent(day ->
              faults.add("from", command.from(), Expected.AFTER_START_OF_STOP.with(stopped)));
    }
    faults.throwIfAny();
    if (!endable) {
      throw Failure.notNow(Refused.NOT_SUSPENDED.with(command.project()));
    }
    return new ProjectEvent.Resumed(from.orElseThrow(), command.approval());
  }

  private static boolean isEndable(ProjectState state, LocalDate today) {
    return !state.suspensions().isEmpty()
        && lastEnd(state).map(end -> end.isAfter(today)).orElse(true);
  }

  private static void after(Faults faults, String field, Optional<LocalDate> day, LocalDate from) {
    if (day.isPresent() && !day.get().isAfter(from)) {
      faults.add(field, day.get().toString(), Expected.AFTER_START_OF_STOP.with(from));
    }
  }

  private static Optional<LocalDate> lastEnd(ProjectState state) {
    return state.suspensions().isEmpty() ? Optional.empty() : state.suspensions().getLast().until();
  }
}
