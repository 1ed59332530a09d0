package io.waymark.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a project at the as-of date, read off its reports.
 *
 * @param reports those up to the as-of date, oldest first
 * @param declaredFinish as declared last, moved by stops approved since
 * @param scheduledFinish the planned finish moved by the approved stops
 * @param durationDays planned working days; a default where no dates are planned
 * @param line the planned percent by working days; null without planned dates
 * @param moves how far the declared finish has moved so far
 */
record ProjectState(
    List<ProgressReport> reports,
    Phase phase,
    @Nullable Double percent,
    @Nullable LocalDate percentDate,
    @Nullable LocalDate declaredFinish,
    @Nullable LocalDate scheduledFinish,
    boolean completed,
    @Nullable LocalDate completedOn,
    boolean suspendedNow,
    long suspendedDays,
    double durationDays,
    @Nullable ScheduleLine line,
    Moves moves) {
  private static final double DEFAULT_DURATION = 1461;

  /**
   * By how many days the finish declared last lies after the one declared first, stops taken out,
   * and how many working days have passed since that first report.
   */
  record Moves(double movedDays, double overDays) {
    static final Moves NONE = new Moves(0, 0);
  }

  static ProjectState of(ProjectQuestion question) {
    List<ProgressReport> reports =
        question.reports().stream()
            .filter(report -> !report.asOf().isAfter(question.asOf()))
            .sorted(
                Comparator.comparing(ProgressReport::asOf)
                    .thenComparing(ProgressReport::recordedAt)
                    .thenComparing(ProgressReport::id))
            .toList();
    return new Reading(question).read(reports);
  }

  /** Whether works have begun, as far as the phase says. */
  boolean underWay() {
    return phase.compareTo(Phase.STARTED) >= 0;
  }

  /** The declared finish, else the scheduled one; null if nobody states one. */
  @Nullable LocalDate expectedFinish() {
    return declaredFinish != null ? declaredFinish : scheduledFinish;
  }

  /** Scheduled percent 0..100 on a day, stops taken out; null without planned dates. */
  static @Nullable Double scheduledPercent(ProjectQuestion question, LocalDate date) {
    ScheduleLine line = ScheduleLine.of(question);
    return line == null ? null : line.percentOn(date);
  }

  static double workingDays(ProjectQuestion question, LocalDate from, LocalDate to) {
    return to.isBefore(from)
        ? 0
        : ChronoUnit.DAYS.between(from, to) - suspendedDays(question, from, to);
  }

  static long suspendedDays(ProjectQuestion question, LocalDate from, LocalDate to) {
    return question.suspensions().stream().mapToLong(stop -> stop.daysWithin(from, to)).sum();
  }

  /** Walks through the reports, oldest first. */
  private static final class Reading {
    private final ProjectQuestion question;
    private Phase phase;
    private boolean completed;
    private @Nullable LocalDate completedOn;
    private @Nullable Double percent;
    private @Nullable LocalDate percentDate;
    private @Nullable LocalDate declared;
    private @Nullable LocalDate firstDeclared;
    private @Nullable LocalDate firstDeclaredOn;

    Reading(ProjectQuestion question) {
      this.question = question;
      this.phase = question.phase();
      this.completed = phase.done();
    }

    ProjectState read(List<ProgressReport> reports) {
      reports.forEach(this::read);
      LocalDate asOf = question.asOf();
      ScheduleLine line = ScheduleLine.of(question);
      LocalDate start = line == null ? question.plannedStart() : line.start();
      LocalDate finish = line == null ? question.plannedFinish() : line.finish();
      long stopped = suspendedDays(question, start == null ? asOf : start, asOf);
      return new ProjectState(
          reports,
          phase,
          percent,
          percentDate,
          declared,
          finish == null ? null : finish.plusDays(stopped),
          completed,
          completedOn,
          question.suspensions().stream().anyMatch(stop -> stop.stopsAt(asOf)),
          stopped,
          line == null ? DEFAULT_DURATION : line.length(),
          line,
          moves());
    }

    private Moves moves() {
      if (declared == null || firstDeclared == null || firstDeclaredOn == null) {
        return Moves.NONE;
      }
      LocalDate moved = moved(firstDeclared, firstDeclaredOn);
      return new Moves(
          ChronoUnit.DAYS.between(moved, declared),
          workingDays(question, firstDeclaredOn, question.asOf()));
    }

    /** A finish declared on a day, moved by the stops approved since. */
    private LocalDate moved(LocalDate finish, LocalDate declaredOn) {
      return finish.plusDays(suspendedDays(question, declaredOn, question.asOf()));
    }

    private void read(ProgressReport report) {
      if (report.phase() != null) {
        phase = report.phase();
      }
      if (report.percent() != null) {
        percent = report.percent();
        percentDate = report.asOf();
      }
      LocalDate finish = report.expectedFinish();
      if (finish != null) {
        declared = moved(finish, report.asOf());
        if (firstDeclaredOn == null) {
          firstDeclared = finish;
          firstDeclaredOn = report.asOf();
        }
      }
      boolean done = phase.done() || (percent != null && percent >= 100);
      if (done && !completed) {
        completedOn = report.asOf();
      } else if (!done) {
        completedOn = null;
      }
      completed = done;
    }
  }
}
