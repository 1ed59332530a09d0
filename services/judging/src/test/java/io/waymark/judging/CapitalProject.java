package io.waymark.judging;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project of NYC Open Data, 'Capital Projects': what was declared at each report date.
 *
 * @param start design start as stated last
 * @param reports those that state a completion, oldest first, one for each date
 */
record CapitalProject(String id, LocalDate start, List<Declared> reports) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

  /** Effectively final: this share of the planned duration, at most, is left at the last report. */
  private static final double ALMOST_OVER = 0.25;

  /** One report. */
  record Declared(LocalDate on, LocalDate start, String phase, LocalDate finish) {
    Phase standing() {
      return phase.equals("Construction") ? Phase.BUILDING : Phase.PREPARATION;
    }
  }

  /** Columns: reported, project, category, agency, phase, design_start, budget_usd, forecast. */
  static List<CapitalProject> read(BufferedReader csv) throws IOException {
    Map<String, Map<LocalDate, Declared>> rows = new TreeMap<>();
    List<String> lines = csv.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
    for (String line : lines) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      if (!cells[7].isEmpty() && !cells[5].isEmpty()) {
        LocalDate on = LocalDate.parse(cells[0], DAY);
        LocalDate start = LocalDate.parse(cells[5], DAY);
        rows.computeIfAbsent(cells[1], id -> new TreeMap<>())
            .put(on, new Declared(on, start, cells[4], LocalDate.parse(cells[7], DAY)));
      }
    }
    List<CapitalProject> projects = new ArrayList<>();
    rows.forEach((id, byDate) -> {
      List<Declared> reports = List.copyOf(byDate.values());
      projects.add(new CapitalProject(id, reports.getLast().start(), reports));
    });
    return projects;
  }

  /** Under construction at last, with little of the planned duration left: its end is known. */
  boolean ended() {
    Declared last = reports.getLast();
    return plannedDays() > 0
        && last.phase().equals("Construction")
        && ChronoUnit.DAYS.between(last.on(), last.finish()) <= ALMOST_OVER * plannedDays();
  }

  /** By the first report. */
  long plannedDays() {
    return ChronoUnit.DAYS.between(start, reports.getFirst().finish());
  }

  LocalDate finish() {
    return reports.getLast().finish();
  }

  /** The day on which that share of the planned duration has passed. */
  LocalDate dayAt(double share) {
    return start.plusDays((long) (share * plannedDays()));
  }

  /** The report in force on a day; before any, the first: the plan. */
  Declared inForce(LocalDate day) {
    Declared found = reports.getFirst();
    for (Declared report : reports) {
      found = report.on().isAfter(day) ? found : report;
    }
    return found;
  }

  /** What a planner could ask on a day. */
  ProjectQuestion ask(LocalDate day) {
    List<ProgressReport> known = new ArrayList<>();
    for (Declared report : reports) {
      if (!report.on().isAfter(day)) {
        known.add(
            new ProgressReport(
                id + report.on(),
                report.on(),
                null,
                report.finish(),
                report.standing(),
                Instant.EPOCH,
                false));
      }
    }
    return new ProjectQuestion(
        start,
        reports.getFirst().finish(),
        Phase.PREPARATION,
        known,
        List.of(),
        Frequency.QUARTERLY,
        "",
        false,
        Given.WUHAN,
        day);
  }
}
