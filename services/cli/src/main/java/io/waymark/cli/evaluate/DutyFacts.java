package io.waymark.cli.evaluate;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.Filing;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.calendar.reporting.Obligation;
import io.waymark.calendar.reporting.Obligation.Answers;
import io.waymark.calendar.reporting.Obligation.Pause;
import io.waymark.calendar.reporting.ReportingCalendar;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.ListIndicatorsRequest;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Which reports and figures were owed by the usual rules of the reporting calendar, and when they
 * came, by what was known: corrected ones came too.
 */
final class DutyFacts {
  private final Services services;
  private final Window window;
  private final Plan plan;
  private final WorkingCalendar working = WorkingCalendar.shipped();

  DutyFacts(Services services, Window window, Plan plan) {
    this.services = services;
    this.window = window;
    this.plan = plan;
  }

  /** Projects first; {@code done} hears how many subjects have been asked for. */
  List<DutyFact> all(LongConsumer done) {
    List<DutyFact> facts = new ArrayList<>();
    long asked = 0;
    for (ProjectState state : projects()) {
      facts.addAll(of(state));
      done.accept(++asked);
    }
    for (Indicator indicator : indicators()) {
      facts.addAll(of(indicator));
      done.accept(++asked);
    }
    return facts;
  }

  private List<ProjectState> projects() {
    List<ProjectState> all = new ArrayList<>();
    String token = "";
    do {
      ListProjectsResponse page =
          services
              .registry()
              .listProjects(
                  ListProjectsRequest.newBuilder()
                      .setPlanId(plan.getPlanId())
                      .setPageToken(token)
                      .build());
      all.addAll(page.getStatesList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }

  private List<Indicator> indicators() {
    return services
        .indicator()
        .listIndicators(ListIndicatorsRequest.newBuilder().setPlanId(plan.getPlanId()).build())
        .getIndicatorsList();
  }

  private Timestamp knownAt() {
    return Timestamps.fromMillis(window.knownAt().toEpochMilli());
  }

  private List<DutyFact> of(ProjectState state) {
    Project project = state.getProject();
    if (project.getPlannedStart().isEmpty()) {
      return List.of(); // nothing has been promised yet that could be reported on
    }
    List<ProgressReport> reports =
        services
            .registry()
            .listReports(
                ListReportsRequest.newBuilder()
                    .setPlanId(plan.getPlanId())
                    .setProjectId(project.getProjectId())
                    .setKnownAt(knownAt())
                    .build())
            .getReportsList();
    Obligation obligation =
        new Obligation(
            project.getProjectId(),
            Frequency.of(project.getReportingFrequency(), Frequency.QUARTERLY),
            later(LocalDate.parse(project.getPlannedStart())),
            built(reports),
            state.getSuspensionsList().stream()
                .map(stop -> new Pause(LocalDate.parse(stop.getFrom()), optional(stop.getUntil())))
                .toList(),
            Answers.STATE);
    List<Filing> filings =
        reports.stream()
            .map(r -> new Filing(LocalDate.parse(r.getAsOf()), window.day(r.getRecordedAt())))
            .toList();
    return facts(
        obligation,
        filings,
        DueRules.OF_PROJECTS,
        DutyFact.newBuilder()
            .setKind(DutySubject.DUTY_SUBJECT_PROJECT)
            .setLeadBureauId(project.getLeadBureauId()));
  }

  private LocalDate later(LocalDate day) {
    LocalDate start = LocalDate.parse(plan.getStart());
    return day.isAfter(start) ? day : start;
  }

  /** The day from which a project owes no more reports. */
  private static Optional<LocalDate> built(List<ProgressReport> reports) {
    return reports.stream()
        .filter(r -> r.getPhase() == Phase.PHASE_COMPLETED || r.getPhase() == Phase.PHASE_OPERATING)
        .map(r -> LocalDate.parse(r.getAsOf()))
        .min(LocalDate::compareTo);
  }

  private static Optional<LocalDate> optional(String date) {
    return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
  }

  private List<DutyFact> of(Indicator indicator) {
    Obligation obligation =
        new Obligation(
            indicator.getIndicatorId(),
            Frequency.of(indicator.getReportingFrequency(), Frequency.YEARLY),
            LocalDate.parse(plan.getStart()),
            Optional.empty(),
            List.of(),
            Answers.FIGURE);
    List<Filing> filings =
        services
            .indicator()
            .listObservations(
                ListObservationsRequest.newBuilder()
                    .setPlanId(plan.getPlanId())
                    .setIndicatorId(indicator.getIndicatorId())
                    .setKnownAt(knownAt())
                    .build())
            .getObservationsList()
            .stream()
            .map(o -> new Filing(LocalDate.parse(o.getPeriodEnd()), window.day(o.getRecordedAt())))
            .toList();
    return facts(
        obligation,
        filings,
        DueRules.OF_INDICATORS,
        DutyFact.newBuilder()
            .setKind(DutySubject.DUTY_SUBJECT_INDICATOR)
            .setLeadBureauId(indicator.getLeadBureauId()));
  }

  private List<DutyFact> facts(
      Obligation obligation,
      List<Filing> filings,
      java.util.Map<Frequency, io.waymark.calendar.reporting.DueRule> usual,
      DutyFact.Builder whose) {
    ReportingCalendar calendar = new ReportingCalendar(new DueRules(List.of(), usual), working);
    LocalDate today = LocalDate.ofInstant(window.knownAt(), window.zone());
    return calendar
        .duties(obligation, filings, today, new Span(window.from(), window.asOf()))
        .stream()
        .map(duty -> fact(duty, whose))
        .toList();
  }

  private static DutyFact fact(Duty duty, DutyFact.Builder whose) {
    return whose
        .setSubjectId(duty.subjectId())
        .setPeriodEnd(duty.period().last().toString())
        .setCloses(duty.closes().toString())
        .setFiledOn(duty.filedOn().map(LocalDate::toString).orElse(""))
        .build();
  }
}
