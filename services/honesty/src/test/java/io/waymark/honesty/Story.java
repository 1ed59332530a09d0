package io.waymark.honesty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** A project of 1000 days from the first day of 2026, told report by report. */
final class Story {
  private final List<Report> reports = new ArrayList<>();
  private final List<Course.Stop> stops = new ArrayList<>();
  private final List<Course.Point> schedule = new ArrayList<>();
  private Optional<BigDecimal> budget = Optional.empty();

  Story budget(String amount) {
    budget = Optional.of(new BigDecimal(amount));
    return this;
  }

  Story milestone(String date, double percent, String zh, String en) {
    schedule.add(new Course.Point(LocalDate.parse(date), percent, zh, en));
    return this;
  }

  Story stopped(String from, String until) {
    stops.add(new Course.Stop(LocalDate.parse(from), Optional.of(LocalDate.parse(until))));
    return this;
  }

  /** A report of a day, recorded that day; its id is "r" and its number. */
  Story report(String asOf, double percent) {
    return report(asOf, percent, report -> report);
  }

  Story report(String asOf, double percent, UnaryOperator<Report> more) {
    LocalDate day = LocalDate.parse(asOf);
    reports.add(
        more.apply(
            new Report(
                "r" + (reports.size() + 1),
                day,
                day,
                OptionalDouble.of(percent),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of(),
                "")));
    return this;
  }

  static UnaryOperator<Report> invested(String amount) {
    return r ->
        new Report(
            r.id(),
            r.asOf(),
            r.recordedOn(),
            r.percent(),
            Optional.of(new BigDecimal(amount)),
            r.expectedFinish(),
            r.complete(),
            r.obstacle(),
            r.milestones(),
            r.corrects());
  }

  static UnaryOperator<Report> finish(String day) {
    return r ->
        new Report(
            r.id(),
            r.asOf(),
            r.recordedOn(),
            r.percent(),
            r.invested(),
            Optional.of(LocalDate.parse(day)),
            r.complete(),
            r.obstacle(),
            r.milestones(),
            r.corrects());
  }

  static UnaryOperator<Report> obstacle() {
    return r ->
        new Report(
            r.id(),
            r.asOf(),
            r.recordedOn(),
            r.percent(),
            r.invested(),
            r.expectedFinish(),
            r.complete(),
            true,
            r.milestones(),
            r.corrects());
  }

  static UnaryOperator<Report> reached(String... milestones) {
    return r ->
        new Report(
            r.id(),
            r.asOf(),
            r.recordedOn(),
            r.percent(),
            r.invested(),
            r.expectedFinish(),
            r.complete(),
            r.obstacle(),
            List.of(milestones),
            r.corrects());
  }

  static UnaryOperator<Report> correcting(String id, String recordedOn) {
    return r ->
        new Report(
            r.id(),
            r.asOf(),
            LocalDate.parse(recordedOn),
            r.percent(),
            r.invested(),
            r.expectedFinish(),
            r.complete(),
            r.obstacle(),
            r.milestones(),
            id);
  }

  List<Finding> findings() {
    LocalDate start = LocalDate.of(2026, 1, 1);
    return Honesty.findings(
        new Course(
            Optional.of(start),
            Optional.of(start.plusDays(1000)),
            schedule,
            budget,
            stops,
            reports));
  }
}
