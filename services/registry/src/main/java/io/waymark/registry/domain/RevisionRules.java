package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what an approved document says of a schedule into a version, or names every violation. */
final class RevisionRules {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 2000;
  private static final int MOST_POINTS = 100;

  // Every event of the project carries all of its revisions, and a broker takes a megabyte:
  // together
  // they stay below a fifth of it, however they are written.
  private static final int MOST_POINTS_OF_ALL = 2000;
  private static final int MOST_TEXT_OF_ALL = 40_000;

  private RevisionRules() {}

  static ScheduleVersion revise(
      ProjectState state,
      ProjectCommand.ReviseSchedule command,
      String id,
      Requester caller,
      Now now) {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    fields.idempotencyKey(command.idempotencyKey());
    fields.requiredText("document", command.document(), LONGEST_NAME);
    fields.requiredText("approver", command.approver(), LONGEST_NAME);
    fields.requiredText("reason", command.reason(), LONGEST_REASON);
    Optional<LocalDate> effective = fields.requiredDate("effective", command.effective());
    Schedule before = state.scheduleOn(effective.orElse(now.today()));
    Schedule after = schedule(faults, fields, command, before);
    faults.throwIfAny();
    if (after.equals(before)) {
      faults.add(
          "planned_finish",
          command.plannedFinish(),
          Expected.ANOTHER_SCHEDULE.with(effective.orElseThrow()));
    }
    faults.throwIfAny();
    ScheduleVersion version = version(command, id, after, effective, caller, now);
    checkAll(faults, Stream.concat(state.revisions().stream(), Stream.of(version)).toList());
    faults.throwIfAny();
    return version;
  }

  private static void checkAll(Faults faults, List<ScheduleVersion> revisions) {
    int points = revisions.stream().mapToInt(one -> one.schedule().points().size()).sum();
    if (points > MOST_POINTS_OF_ALL) {
      faults.add(
          "schedule",
          Integer.toString(points),
          Expected.POINTS_OF_REVISIONS.with(MOST_POINTS_OF_ALL));
    }
    int text = revisions.stream().mapToInt(RevisionRules::text).sum();
    if (text > MOST_TEXT_OF_ALL) {
      faults.add(
          "schedule", Integer.toString(text), Expected.TEXT_OF_REVISIONS.with(MOST_TEXT_OF_ALL));
    }
  }

  private static int text(ScheduleVersion version) {
    int milestones =
        version.schedule().points().stream()
            .map(SchedulePoint::milestone)
            .mapToInt(name -> name.zh().length() + name.en().length())
            .sum();
    return milestones
        + version.document().length()
        + version.approver().length()
        + version.reason().length();
  }

  private static ScheduleVersion version(
      ProjectCommand.ReviseSchedule command,
      String id,
      Schedule after,
      Optional<LocalDate> effective,
      Requester caller,
      Now now) {
    return new ScheduleVersion(
        id,
        ScheduleVersion.Kind.REVISION,
        after,
        command.document(),
        command.approver(),
        command.reason(),
        effective,
        caller.actor(),
        now.instant());
  }

  /** What is left out stays as it was; points are given as a whole. */
  private static Schedule schedule(
      Faults faults, Fields fields, ProjectCommand.ReviseSchedule command, Schedule before) {
    Optional<LocalDate> start =
        fields.optionalDate("planned_start", command.plannedStart()).or(before::start);
    Optional<LocalDate> finish =
        fields.optionalDate("planned_finish", command.plannedFinish()).or(before::finish);
    if (finish.isEmpty()) {
      faults.add("planned_finish", command.plannedFinish(), Expected.SOME_DATE.with());
    }
    if (start.isPresent() && finish.isPresent() && finish.get().isBefore(start.get())) {
      faults.add(
          "planned_finish",
          finish.get().toString(),
          Expected.NOT_BEFORE_PLANNED_START.with(start.get()));
    }
    List<SchedulePointDraft> points = command.points();
    if (points.size() > MOST_POINTS) {
      faults.add(
          "schedule", Integer.toString(points.size()), Expected.AT_MOST_ITEMS.with(MOST_POINTS));
    }
    return new Schedule(start, finish, new ScheduleRules(faults, start, finish).read(points));
  }
}
