package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a project's schedule in the order of recording.
 *
 * @param versions never empty: the plan's own is the first
 */
public record ScheduleHistory(List<ScheduleVersion> versions) {
  /** The history that some events tell. */
  public static ScheduleHistory of(ProjectKey key, List<RecordedEvent> events) {
    List<ScheduleVersion> versions = new ArrayList<>();
    Optional<Schedule> planned = Optional.empty();
    for (RecordedEvent recorded : events) {
      switch (recorded.event()) {
        case ProjectEvent.Registered(var definition) -> {
          planned = Optional.of(definition.planned());
          versions.add(own(key, recorded, ScheduleVersion.Kind.PLAN, definition.planned()));
        }
        case ProjectEvent.Revised(var definition) -> {
          if (!planned.equals(Optional.of(definition.planned()))) {
            planned = Optional.of(definition.planned());
            versions.add(own(key, recorded, ScheduleVersion.Kind.CORRECTION, definition.planned()));
          }
        }
        case ProjectEvent.Rescheduled(var version) -> versions.add(version);
        case ProjectEvent.Reported _,
            ProjectEvent.Suspended _,
            ProjectEvent.Resumed _,
            ProjectEvent.Moved _ -> {}
      }
    }
    return new ScheduleHistory(versions);
  }

  /** Number, counted from 1, of the version that holds on a day. */
  public int inForceOn(LocalDate day) {
    int found = 0;
    for (int i = 0; i < versions.size(); i++) {
      ScheduleVersion version = versions.get(i);
      if (version.isEffectiveOn(day)
          && (found == 0 || !effective(version).isBefore(effective(versions.get(found - 1))))) {
        found = i + 1;
      }
    }
    return found;
  }

  private static LocalDate effective(ScheduleVersion version) {
    return version.effective().orElse(LocalDate.MIN);
  }

  private static ScheduleVersion own(
      ProjectKey key, RecordedEvent recorded, ScheduleVersion.Kind kind, Schedule schedule) {
    return new ScheduleVersion(
        key.planId() + "." + key.projectId() + "." + recorded.version(),
        kind,
        schedule,
        "",
        "",
        "",
        Optional.empty(),
        recorded.actor(),
        recorded.recordedAt());
  }
}
