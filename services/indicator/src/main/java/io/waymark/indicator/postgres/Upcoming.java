package io.waymark.indicator.postgres;

import io.waymark.proto.registry.v1.ProjectState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Has projects, and the targets that they feed, judged on the day on which something that is known
 * already begins to hold: a schedule by document, a stop of the clock, the end of one.
 */
final class Upcoming {
  private final DSLContext db;
  private final String planId;
  private final LocalDate today;
  private final ZoneId zone;

  Upcoming(DSLContext db, String planId, LocalDate today, ZoneId zone) {
    this.db = db;
    this.planId = planId;
    this.today = today;
    this.zone = zone;
  }

  /**
   * Moves the next look forward.
   *
   * @param judged ids of the projects that were judged
   * @param feeders by indicator that was judged: the projects that feed it
   */
  void look(
      Map<String, ProjectState> projects,
      Collection<String> judged,
      Map<String, List<String>> feeders) {
    Map<String, LocalDate> days = new HashMap<>();
    projects.forEach((id, state) -> next(state).ifPresent(day -> days.put(id, day)));
    if (days.isEmpty()) {
      return;
    }
    days.forEach((id, day) -> {
      if (judged.contains(id)) {
        db.execute(
            """
            update subject set next_due = least(next_due, ?::timestamptz)
            where plan_id = ? and kind = 2 and subject_id = ?
            """,
            day.atStartOfDay(zone).toOffsetDateTime(),
            planId,
            id);
      }
    });
    feeders.forEach((indicatorId, ids) ->
        ids.stream()
            .filter(days::containsKey)
            .map(days::get)
            .min(LocalDate::compareTo)
            .ifPresent(day -> lookAtTargets(indicatorId, day)));
  }

  private void lookAtTargets(String indicatorId, LocalDate day) {
    db.execute(
        """
        update subject s set next_due = least(s.next_due, ?::timestamptz)
        from target t
        where t.plan_id = ? and t.indicator_id = ?
          and s.plan_id = t.plan_id and s.kind = 1 and s.subject_id = t.target_id
        """,
        day.atStartOfDay(zone).toOffsetDateTime(),
        planId,
        indicatorId);
  }

  private Optional<LocalDate> next(ProjectState state) {
    Stream<String> schedules =
        state.getScheduleRevisionsList().stream().map(version -> version.getEffective());
    Stream<String> stops =
        state.getSuspensionsList().stream()
            .flatMap(stop -> Stream.of(stop.getFrom(), stop.getUntil()));
    return Stream.concat(schedules, stops)
        .filter(day -> !day.isEmpty())
        .map(LocalDate::parse)
        .filter(day -> day.isAfter(today))
        .min(LocalDate::compareTo);
  }
}
