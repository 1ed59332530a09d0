package io.waymark.benchmarks;

import io.waymark.judging.Comparator;
import io.waymark.judging.Contribution;
import io.waymark.judging.ContributionMode;
import io.waymark.judging.Direction;
import io.waymark.judging.Exactness;
import io.waymark.judging.Figure;
import io.waymark.judging.Frequency;
import io.waymark.judging.Judge;
import io.waymark.judging.Measure;
import io.waymark.judging.Phase;
import io.waymark.judging.ProgressReport;
import io.waymark.judging.ProjectForecast;
import io.waymark.judging.ProjectQuestion;
import io.waymark.judging.Step;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetQuestion;
import io.waymark.rulebooks.Rulebooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One judgement of a target with five years of monthly figures and twenty contributing projects, on
 * a JVM with the options that the launcher gives the services.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class JudgingBenchmark {
  private static final LocalDate TODAY = LocalDate.parse("2027-06-30");
  private static final int FIGURES = 60;
  private static final int PROJECTS = 20;

  private final TargetQuestion target = target();
  private final ProjectQuestion project = project(0);

  /** Lights, probability, quantiles, fan and causes of a target. */
  @Benchmark
  public TargetJudgement target60Figures20Projects() {
    return Judge.target(target);
  }

  /** The same, and its arithmetic read, in both languages. */
  @Benchmark
  public List<Step> targetAndItsArithmetic() {
    return List.copyOf(Judge.target(target).steps());
  }

  /** When one project will be finished. */
  @Benchmark
  public ProjectForecast forecastOfAProject() {
    return Judge.forecast(project);
  }

  private static TargetQuestion target() {
    List<Figure> figures = new ArrayList<>();
    LocalDate end = TODAY.minusMonths(FIGURES - 1L);
    for (int i = 0; i < FIGURES; i++) {
      LocalDate month = end.plusMonths(i);
      LocalDate day = month.withDayOfMonth(month.lengthOfMonth());
      BigDecimal value = BigDecimal.valueOf(500 + i + i % 3);
      figures.add(new Figure("o" + i, day, value, Exactness.EXACT, false, false));
    }
    return TargetQuestion.of(Measure.LEVEL, Comparator.GE, Direction.UP)
        .value(BigDecimal.valueOf(645))
        .base(BigDecimal.valueOf(520), null)
        .plan(LocalDate.parse("2026-01-01"), LocalDate.parse("2030-12-31"))
        .frequency(Frequency.MONTHLY)
        .figures(figures)
        .contributions(contributions())
        .judgedBy(Rulebooks.shipped().named("wuhan").orElseThrow(), TODAY);
  }

  private static List<Contribution> contributions() {
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < PROJECTS; i++) {
      contributions.add(
          new Contribution(
              "p" + i,
              BigDecimal.valueOf(100 + 37L * i, 2),
              ContributionMode.ON_COMPLETION,
              Judge.forecast(project(i)),
              false,
              "bureau-" + i % 3));
    }
    return contributions;
  }

  private static ProjectQuestion project(int i) {
    ProgressReport report =
        new ProgressReport("r" + i, TODAY, 30.0 + i, null, null, Instant.EPOCH, false);
    return new ProjectQuestion(
        LocalDate.parse("2024-01-01"),
        LocalDate.parse("2029-12-31"),
        Phase.BUILDING,
        List.of(report),
        List.of(),
        Frequency.QUARTERLY,
        "rail",
        false,
        Rulebooks.shipped().named("wuhan").orElseThrow(),
        TODAY);
  }
}
