package io.waymark.rulebooks;

import io.waymark.judging.Comparator;
import io.waymark.judging.Direction;
import io.waymark.judging.Exactness;
import io.waymark.judging.Figure;
import io.waymark.judging.Frequency;
import io.waymark.judging.Judge;
import io.waymark.judging.Measure;
import io.waymark.judging.Phase;
import io.waymark.judging.Previous;
import io.waymark.judging.ProgressReport;
import io.waymark.judging.ProjectJudgement;
import io.waymark.judging.ProjectQuestion;
import io.waymark.judging.Rulebook;
import io.waymark.judging.TargetBuilder;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for the worked examples. */
final class Cases {
  private static final LocalDate START = LocalDate.parse("2026-01-01");

  private Cases() {}

  static Rulebook rulebook(String name) {
    return Rulebooks.shipped().named(name).orElseThrow();
  }

  /** Works of a hundred days: a day is a percentage point of the schedule. */
  static ProjectJudgement project(String rulebook, double scheduled, double actual) {
    return project(rulebook(rulebook), scheduled, actual, Previous.NONE);
  }

  static ProjectJudgement project(
      Rulebook rulebook, double scheduled, double actual, Previous previous) {
    LocalDate asOf = START.plusDays(Math.round(scheduled));
    return Judge.project(
        works(rulebook, START.plusDays(100), asOf, report(asOf, actual, null)), previous);
  }

  static ProjectQuestion works(
      Rulebook rulebook, LocalDate finish, LocalDate asOf, ProgressReport... reports) {
    return new ProjectQuestion(
        START,
        finish,
        Phase.PREPARATION,
        List.of(reports),
        List.of(),
        Frequency.MONTHLY,
        "rail",
        false,
        rulebook,
        asOf);
  }

  static ProgressReport report(LocalDate date, @Nullable Double percent, @Nullable Phase phase) {
    return new ProgressReport("r-" + date, date, percent, null, phase, Instant.EPOCH, false);
  }

  static Figure figure(String date, String value) {
    return new Figure(
        "o-" + date, LocalDate.parse(date), new BigDecimal(value), Exactness.EXACT, false, false);
  }

  /** An upward target due at the end of 2030. */
  static TargetBuilder target(String base, String value, Figure... figures) {
    return TargetQuestion.of(Measure.LEVEL, Comparator.GE, Direction.UP)
        .value(new BigDecimal(value))
        .base(new BigDecimal(base), null)
        .plan(START, LocalDate.parse("2030-12-31"))
        .frequency(Frequency.QUARTERLY)
        .figures(Arrays.asList(figures));
  }

  static TargetJudgement rail(String rulebook) {
    return judged(rulebook, target("578", "645", figure("2027-06-30", "590")), "2027-06-30");
  }

  static TargetJudgement judged(String rulebook, TargetBuilder target, String asOf) {
    return Judge.target(target.judgedBy(rulebook(rulebook), LocalDate.parse(asOf)));
  }
}
