package io.waymark.cli.demo;

import io.waymark.cli.demo.DemoEvent.Resume;
import io.waymark.cli.demo.DemoEvent.Suspend;
import io.waymark.cli.pack.ContentKey;
import io.waymark.cli.pack.Door;
import io.waymark.cli.pack.PlanPack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a scenario: within a month first stops and resumptions, then reports, then figures, each
 * by id.
 */
final class ScenarioWriter {
  private final PlanPack pack;
  private final long seed;
  private final Draw draw;
  private final String keyStem;
  private final Map<LocalDate, List<DemoEvent>> months = new TreeMap<>();

  ScenarioWriter(PlanPack pack, long seed) {
    this.pack = pack;
    this.seed = seed;
    this.draw = new Draw(seed);
    this.keyStem = "demo/" + seed;
  }

  Scenario write() {
    Months.all().forEach(end -> months.put(end, new ArrayList<>()));
    Map<String, Course> courses = new Cast(pack, draw).courses();
    stops().stream().filter(stop -> courses.containsKey(stop.project())).forEach(this::suspension);
    courses.values().forEach(this::reports);
    new Observatory(pack, draw, courses)
        .observed().stream()
            .sorted(Comparator.comparing(observing -> observing.indicator().id()))
            .forEach(this::figures);
    List<Scenario.Month> written =
        months.entrySet().stream()
            .map(month -> new Scenario.Month(month.getKey(), List.copyOf(month.getValue())))
            .toList();
    return new Scenario(pack.plan().id(), seed, written);
  }

  /** An approved stop and its end. */
  private record Stop(
      String project, LocalDate from, LocalDate until, String reason, String approval) {}

  private static List<Stop> stops() {
    return List.of(
        new Stop(
            Stories.SUSPENDED,
            Stories.SUSPENDED_FROM,
            Stories.RESUMED_FROM,
            Labels.marked(
                "文物勘探发现古墓，停工保护性发掘", "works stopped for the excavation of an ancient tomb"),
            "武停复〔2026〕7号（模拟 simulated）"),
        new Stop(
            Doubts.GOES_ON,
            Doubts.GOES_ON_FROM,
            Doubts.GOES_ON_UNTIL,
            Labels.marked(
                "环保整改，停工至验收合格", "works stopped until environmental remedies are accepted"),
            "武停复〔2026〕9号（模拟 simulated）"));
  }

  private void suspension(Stop stop) {
    Suspend from =
        new Suspend(
            "", Door.PLAN_OFFICE, stop.project(), stop.from(), stop.reason(), stop.approval());
    Resume until = new Resume("", Door.PLAN_OFFICE, stop.project(), stop.until(), stop.approval());
    String stem = keyStem + "/" + stop.project();
    send(
        Months.endOf(stop.from()),
        new Suspend(
            ContentKey.of(stem + "/suspend", from.line()),
            from.bureau(),
            from.project(),
            from.from(),
            from.reason(),
            from.approval()));
    send(
        Months.endOf(stop.until()),
        new Resume(
            ContentKey.of(stem + "/resume", until.line()),
            until.bureau(),
            until.project(),
            until.from(),
            until.approval()));
  }

  private void reports(Course course) {
    Reporting reporting = new Reporting(course, draw, keyStem);
    for (LocalDate asOf : Months.all()) {
      if (reporting.speaksOf(asOf)) {
        send(reporting.sentAt(asOf), reporting.report(asOf));
      }
    }
    if (course.project().id().equals(Stories.CORRECTED)) {
      send(Stories.CORRECTED_AT, reporting.correction());
    }
    if (course.project().id().equals(Doubts.REWRITTEN)) {
      send(Doubts.REWRITTEN_AT, reporting.rewrite());
    }
  }

  private void figures(Observing observing) {
    for (LocalDate periodEnd : Months.all()) {
      if (observing.speaksOf(periodEnd)) {
        send(observing.sentAt(periodEnd), observing.figure(periodEnd, keyStem));
      }
    }
  }

  /** What would be sent after the demo's end is not sent. */
  private void send(LocalDate monthEnd, DemoEvent event) {
    Optional.ofNullable(months.get(monthEnd)).ifPresent(events -> events.add(event));
  }
}
