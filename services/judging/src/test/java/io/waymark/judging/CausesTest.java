package io.waymark.judging;

import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.inProportion;
import static io.waymark.judging.Given.judged;
import static io.waymark.judging.Given.onCompletion;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.rail;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final ProjectForecast LATE =
      Judge.forecast(
          project(
              "2024-01-01",
              "2029-12-31",
              "2027-06-30",
              List.of(),
              report("2027-06-30", 20.0, "2031-06-30")));
  private static final ProjectForecast GOOD =
      Judge.forecast(
          project(
              "2024-01-01",
              "2028-12-31",
              "2027-06-30",
              List.of(),
              report("2027-06-30", 75.0, "2028-10-31")));

  private static TargetJudgement mixed() {
    return judged(
        rail()
            .figures(List.of(figure("2024-12-31", "560"), figure("2027-06-30", "590")))
            .contributions(
                List.of(
                    onCompletion("b", "20", LATE),
                    inProportion("a", "10", LATE),
                    onCompletion("c", "15", GOOD))),
        "2027-06-30");
  }

  @Test
  void allCausesAddUpToTheExpectedGap() {
    TargetJudgement judgement = mixed();
    double sum = judgement.causes().stream().mapToDouble(Cause::amount).sum();
    assertThat(judgement.figures().expectedGap()).isCloseTo(sum, within(1e-9));
    assertThat(judgement.figures().expected()).isCloseTo(645 + sum, within(1e-9));
  }

  @Test
  void aProjectOnCompletionCostsItsAmountTimesTheChanceThatItIsMissing() {
    Cause cause =
        mixed().causes().stream().filter(c -> "b".equals(c.projectId())).findFirst().orElseThrow();
    assertThat(cause.amount()).isCloseTo(20 * (cause.pComplete() - 1), within(1e-9));
  }

  @Test
  void theCostliestComesFirst() {
    assertThat(mixed().causes()).extracting(Cause::amount).isSorted();
  }
}
