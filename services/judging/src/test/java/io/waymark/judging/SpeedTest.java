package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.onCompletion;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints what a judgement takes; a machine's speed is no reason to fail a build. */
class SpeedTest {
  private static final int ROUNDS = 1000;

  @Test
  void aJudgementOfSixtyFiguresAndTwentyProjectsIsFast() {
    TargetQuestion question = question();
    double sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += Judge.target(question).causes().size();
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < ROUNDS; i++) {
      sum += Judge.target(question).causes().size();
    }
    long each = (threads.getCurrentThreadCpuTime() - start) / ROUNDS / 1000;
    System.out.println(
        "one judgement, 60 figures, 20 projects: " + each + " microseconds of CPU, instrumented");
    assertThat(sum).isEqualTo(2.0 * ROUNDS * 21);
  }

  private static TargetQuestion question() {
    List<Figure> figures = new ArrayList<>();
    LocalDate end = day("2022-07-31");
    for (int i = 0; i < 60; i++) {
      figures.add(figure(end.toString(), String.valueOf(500 + i + i % 3)));
      end = Frequency.MONTHLY.next(end);
    }
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ProjectForecast forecast =
          Judge.forecast(
              project(
                  "2024-01-01",
                  "2029-12-31",
                  "2027-06-30",
                  List.of(),
                  report("2027-06-30", 30.0 + i, null)));
      contributions.add(onCompletion("p" + i, String.valueOf(1 + i * 0.37), forecast));
    }
    return Given.rail()
        .figures(figures)
        .frequency(Frequency.MONTHLY)
        .contributions(contributions)
        .judgedBy(WUHAN, day("2027-06-30"));
  }
}
