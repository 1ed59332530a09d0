package io.waymark.registry.domain;

import io.waymark.calendar.reporting.Filing;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.calendar.reporting.Obligation;
import io.waymark.calendar.reporting.Obligation.Answers;
import io.waymark.calendar.reporting.Obligation.Pause;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a project owes in reports. */
public final class ReportingDuties {
  private ReportingDuties() {}

  /**
   * From its planned start, or its first report if that came before, but never from before it was
   * registered; until it is built. Nothing while it is in the reserve.
   */
  public static Optional<Obligation> of(ReportedProject project, ZoneId zone) {
    ProjectDefinition definition = project.state().definition();
    Phase phase = definition.phase();
    boolean builtBefore = phase == Phase.COMPLETED || phase == Phase.OPERATING;
    if (builtBefore || project.state().phase() == Phase.RESERVE) {
      return Optional.empty();
    }
    return Optional.of(
        new Obligation(
            definition.key().projectId(),
            Frequency.of(definition.reportingFrequency(), Frequency.QUARTERLY),
            from(project, zone),
            until(project),
            pauses(project.state()),
            Answers.STATE));
  }

  /** Every report, corrected ones included: it came. */
  public static List<Filing> filings(ReportedProject project, ZoneId zone) {
    return project.reports().stream()
        .map(report -> new Filing(report.asOf(), LocalDate.ofInstant(report.recordedAt(), zone)))
        .toList();
  }

  private static LocalDate from(ReportedProject project, ZoneId zone) {
    LocalDate registered = LocalDate.ofInstant(project.registeredAt(), zone);
    LocalDate start = project.state().scheduleOn(LocalDate.MAX).start().orElse(registered);
    LocalDate first =
        project.reports().stream()
            .map(ProgressReport::asOf)
            .min(Comparator.naturalOrder())
            .orElse(start);
    LocalDate begins = first.isBefore(start) ? first : start;
    return begins.isBefore(registered) ? registered : begins;
  }

  private static Optional<LocalDate> until(ReportedProject project) {
    return project.inForce().stream()
        .filter(ProgressReport::isDone)
        .map(ProgressReport::asOf)
        .min(Comparator.naturalOrder());
  }

  private static List<Pause> pauses(ProjectState state) {
    return state.suspensions().stream().map(stop -> new Pause(stop.from(), stop.until())).toList();
  }
}
