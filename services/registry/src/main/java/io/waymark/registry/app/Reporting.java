package io.waymark.registry.app;

import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.Punctuality;
import io.waymark.calendar.reporting.ReportingCalendar;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import io.waymark.honesty.Finding;
import io.waymark.registry.app.ReportingStore.Query;
import io.waymark.registry.domain.HonestyChecks;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.Projects;
import io.waymark.registry.domain.ReportedProject;
import io.waymark.registry.domain.ReportingDuties;
import io.waymark.registry.domain.Requester;
import io.waymark.registry.domain.RuleDraft;
import io.waymark.registry.domain.RuleSetting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers what is owed, who was punctual and which reports are worth a second look. */
public final class Reporting {
  private final ReportingStore store;
  private final Clock clock;
  private final WorkingCalendar days;

  /** Creates the answers; the clock's zone tells which day it is. */
  public Reporting(ReportingStore store, Clock clock, WorkingCalendar days) {
    this.store = store;
    this.clock = clock;
    this.days = days;
  }

  /** A report that a project owes. */
  public record Owed(ReportedProject project, Duty duty) {}

  /**
   * How punctual bureaus were.
   *
   * @param bureaus by bureau
   */
  public record PunctualityOfBureaus(SortedMap<String, Punctuality> bureaus, Punctuality total) {}

  /** A finding, its project and the report that it is about. */
  public record Found(ReportedProject project, ProgressReport report, Finding finding) {}

  /**
   * What was looked at in one project.
   *
   * @param reports how many speak of a day within the span
   * @param findings how many of them have a finding
   */
  public record Reviewed(ReportedProject project, int reports, int findings) {}

  /** The day as of which an instant is answered: never later than today. */
  public LocalDate today(Instant knownAt) {
    Instant now = clock.instant();
    return LocalDate.ofInstant(knownAt.isBefore(now) ? knownAt : now, zone());
  }

  /** What is due within a span, by due day, then by project. */
  public List<Owed> owed(Query query, Span span) {
    ReportingCalendar calendar = calendar(query);
    LocalDate today = today(query.knownAt());
    List<Owed> owed = new ArrayList<>();
    for (ReportedProject project : store.projects(query)) {
      ReportingDuties.of(project, zone())
          .map(obligation ->
              calendar.duties(obligation, ReportingDuties.filings(project, zone()), today, span))
          .orElse(List.of())
          .forEach(duty -> owed.add(new Owed(project, duty)));
    }
    owed.sort(
        Comparator.comparing((Owed one) -> one.duty().due())
            .thenComparing(one -> one.duty().subjectId()));
    return owed;
  }

  /** How punctual bureaus were with what was due within a span. */
  public PunctualityOfBureaus punctuality(Query query, Span span) {
    LocalDate today = today(query.knownAt());
    Map<String, List<Duty>> byBureau = new HashMap<>();
    List<Duty> all = new ArrayList<>();
    for (Owed owed : owed(query, span)) {
      if (owed.duty().standing() != Duty.Standing.UPCOMING) {
        String bureau = owed.project().state().definition().leadBureauId();
        byBureau.computeIfAbsent(bureau, id -> new ArrayList<>()).add(owed.duty());
        all.add(owed.duty());
      }
    }
    SortedMap<String, Punctuality> bureaus = new TreeMap<>();
    byBureau.forEach((id, duties) -> bureaus.put(id, Punctuality.of(duties, today)));
    return new PunctualityOfBureaus(bureaus, Punctuality.of(all, today));
  }

  /** What is worth a second look, newest as-of date first, then by project. */
  public List<Found> findings(Query query) {
    List<Found> found = new ArrayList<>();
    for (ReportedProject project : store.projects(query)) {
      Map<String, ProgressReport> byId = new HashMap<>();
      project.reports().forEach(report -> byId.put(report.reportId(), report));
      for (Finding finding : HonestyChecks.findings(project, zone())) {
        ProgressReport report = byId.get(finding.reportId());
        if (report != null) {
          found.add(new Found(project, report, finding));
        }
      }
    }
    found.sort(
        Comparator.comparing((Found one) -> one.finding().asOf())
            .reversed()
            .thenComparing(one -> one.project().state().definition().key()));
    return found;
  }

  /** How many reports that speak of a day within a span are worth a second look, by project. */
  public List<Reviewed> reviews(Query query, Span span) {
    return store.projects(query).stream()
        .map(project -> reviewed(project, span))
        .filter(one -> one.reports() > 0)
        .sorted(Comparator.comparing(one -> one.project().state().definition().key()))
        .toList();
  }

  private Reviewed reviewed(ReportedProject project, Span span) {
    Set<String> flagged =
        HonestyChecks.findings(project, zone()).stream()
            .map(Finding::reportId)
            .collect(Collectors.toSet());
    List<ProgressReport> within =
        project.reports().stream().filter(report -> span.contains(report.asOf())).toList();
    long found = within.stream().filter(report -> flagged.contains(report.reportId())).count();
    return new Reviewed(project, within.size(), (int) found);
  }

  /** The rules that were set for a plan. */
  public List<RuleSetting> rules(String planId) {
    return store.rules(planId, Instant.MAX);
  }

  /**
   * Sets a rule.
   *
   * @return false if the very same was set last for the same subject and frequency
   */
  public boolean set(RuleDraft draft, Requester caller) {
    Projects.requirePlanOffice(caller);
    DueRules.Entry entry = draft.check();
    boolean known =
        rules(draft.planId()).stream()
            .map(RuleSetting::entry)
            .filter(earlier -> earlier.subjectId().equals(entry.subjectId()))
            .filter(earlier -> earlier.rule().frequency() == entry.rule().frequency())
            .reduce((first, second) -> second)
            .filter(entry::equals)
            .isPresent();
    if (!known) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      store.append(new RuleSetting(draft.planId(), entry, caller.actor(), now));
    }
    return !known;
  }

  private ReportingCalendar calendar(Query query) {
    List<DueRules.Entry> entries =
        store.rules(query.planId(), query.knownAt()).stream().map(RuleSetting::entry).toList();
    return new ReportingCalendar(new DueRules(entries, DueRules.OF_PROJECTS), days);
  }

  private ZoneId zone() {
    return clock.getZone();
  }
}
