package io.waymark.judging;

import io.waymark.judging.Standing.Course;
import io.waymark.judging.Standing.Later;
import io.waymark.judging.Standing.Measured;
import io.waymark.judging.Standing.Seen;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a project stands, for a position rule. */
final class ProjectStanding {
  private ProjectStanding() {}

  static Standing of(ProjectQuestion question, ProjectState state, double scheduled) {
    return new Standing(measured(question, state, scheduled), monthsLate(state));
  }

  private static @Nullable Measured measured(
      ProjectQuestion question, ProjectState state, double scheduled) {
    Double percent = state.percent();
    LocalDate at = state.percentDate();
    LocalDate start = start(state);
    LocalDate finish = state.scheduledFinish();
    if (percent == null || at == null || start == null || finish == null) {
      return null;
    }
    Course course =
        new Course(0, start, percent, at, 100, finish, seen(start, state.reports(), percent, at));
    return new Measured(scheduled / 100, percent / 100, course, later(question));
  }

  private static List<Seen> seen(
      LocalDate start, List<ProgressReport> reports, double percent, LocalDate at) {
    List<Seen> seen = new ArrayList<>();
    seen.add(new Seen(start, 0));
    for (ProgressReport report : reports) {
      Double told = report.percent();
      if (told != null && report.asOf().isAfter(start) && report.asOf().isBefore(at)) {
        seen.add(new Seen(report.asOf(), told));
      }
    }
    seen.add(new Seen(at, percent));
    return seen;
  }

  /** Reports of later days that are known by now: a past month may have been caught up since. */
  private static List<Later> later(ProjectQuestion question) {
    List<Later> later = new ArrayList<>();
    question.reports().stream()
        .filter(report -> report.asOf().isAfter(question.asOf()))
        .sorted(Comparator.comparing(ProgressReport::asOf).thenComparing(ProgressReport::id))
        .forEach(report -> {
          Double percent = report.percent();
          Double due = ProjectState.scheduledPercent(question, report.asOf());
          if (percent != null && due != null) {
            later.add(new Later(report.id(), report.asOf(), due / 100, percent / 100));
          }
        });
    return later;
  }

  private static @Nullable LocalDate start(ProjectState state) {
    ScheduleLine line = state.line();
    return line == null ? null : line.start();
  }

  /** Silence is no late start: only a report after the planned start can say that nothing began. */
  private static @Nullable Integer monthsLate(ProjectState state) {
    LocalDate start = start(state);
    Double percent = state.percent();
    boolean begun = state.phase().compareTo(Phase.STARTED) >= 0 || (percent != null && percent > 0);
    if (start == null || begun || state.reports().isEmpty()) {
      return null;
    }
    LocalDate told = state.reports().getLast().asOf();
    return told.isAfter(start) ? (int) ChronoUnit.MONTHS.between(start, told) : null;
  }
}
