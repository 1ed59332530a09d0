package io.waymark.judging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for the tests' worlds. */
final class Given {
  static final Rulebook WUHAN = Rules.rulebook("wuhan", Rules.WUHAN);
  static final LocalDate START = day("2026-01-01");
  static final LocalDate END = day("2030-12-31");

  private Given() {}

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  static BigDecimal number(String decimal) {
    return new BigDecimal(decimal);
  }

  static Figure figure(String date, String value) {
    return new Figure("o-" + date, day(date), number(value), Exactness.EXACT, false, false);
  }

  static TargetBuilder target(
      Measure measure, Comparator comparator, Direction direction, @Nullable String value) {
    return TargetQuestion.of(measure, comparator, direction)
        .value(value == null ? null : number(value))
        .plan(START, END);
  }

  static TargetBuilder rail() {
    return target(Measure.LEVEL, Comparator.GE, Direction.UP, "645")
        .base(number("578"), null)
        .frequency(Frequency.QUARTERLY);
  }

  static TargetJudgement judged(TargetBuilder builder, String asOf) {
    return Judge.target(builder.judgedBy(WUHAN, day(asOf)));
  }

  static ProgressReport report(String date, @Nullable Double percent, @Nullable String finish) {
    return new ProgressReport(
        "r-" + date,
        day(date),
        percent,
        finish == null ? null : day(finish),
        null,
        Instant.EPOCH,
        false);
  }

  static ProjectQuestion project(
      String start, String finish, String asOf, List<Suspension> stops, ProgressReport... reports) {
    return new ProjectQuestion(
        day(start),
        day(finish),
        Phase.BUILDING,
        List.of(reports),
        stops,
        Frequency.QUARTERLY,
        "rail",
        false,
        WUHAN,
        day(asOf));
  }

  static Contribution onCompletion(String id, String amount, ProjectForecast forecast) {
    return new Contribution(id, number(amount), ContributionMode.ON_COMPLETION, forecast, false);
  }

  static Contribution inProportion(String id, String amount, ProjectForecast forecast) {
    return new Contribution(id, number(amount), ContributionMode.IN_PROPORTION, forecast, false);
  }
}
