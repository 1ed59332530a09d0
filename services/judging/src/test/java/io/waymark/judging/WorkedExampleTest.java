package io.waymark.judging;

import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.judged;
import static io.waymark.judging.Given.onCompletion;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.rail;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of the domain's papers. */
class WorkedExampleTest {

  @Test
  void railStandsAt598OnTheLinearScheduleAnd590IsTwelvePointsBehind() {
    TargetJudgement judgement =
        judged(rail().figures(List.of(figure("2027-06-30", "590"))), "2027-06-30");
    assertThat(judgement.figures().scheduled()).isCloseTo(598.0, within(0.05));
    assertThat(judgement.figures().ratio()).isCloseTo(0.599, within(0.0005));
    assertThat(judgement.figures().pointsBehind()).isCloseTo(12.0, within(0.05));
    assertThat(judgement.figures().gap()).isCloseTo(-8.0, within(0.05));
    assertThat(judgement.lights().position()).isEqualTo(Light.OFF_TRACK);
    assertThat(judgement.steps())
        .extracting(Step::arithmetic)
        .contains(
            "578 + (645 − 578) × 546 / 1826 = 598.0",
            "(590.0 − 578.0) / (598.0 − 578.0) = 59.9 %",
            "59.90 % < 60 % (wuhan 1)");
  }

  @Test
  void theSentenceCanBeReadAloud() {
    ProjectForecast late =
        Judge.forecast(
            project(
                "2024-01-01",
                "2029-12-31",
                "2027-06-30",
                List.of(),
                report("2027-06-30", 20.0, "2031-06-30")));
    ProjectForecast good =
        Judge.forecast(
            project(
                "2024-01-01",
                "2028-12-31",
                "2027-06-30",
                List.of(),
                report("2027-06-30", 75.0, "2028-10-31")));
    TargetJudgement judgement =
        judged(
            rail()
                .figures(List.of(figure("2027-06-30", "590")))
                .contributions(
                    List.of(onCompletion("l12", "40", late), onCompletion("l11", "15", good))),
            "2027-06-30");
    Text sentence =
        Sentence.ofTarget(
            judgement,
            new Text("轨道交通运营里程", "Urban rail in operation"),
            new Text("公里", "km"),
            Map.of(
                "l12", new Text("12号线", "Line 12"), "l11", new Text("11号线四期", "Line 11 phase 4")));
    assertThat(sentence.zh()).startsWith("轨道交通运营里程 590 公里，比序时进度少 8.0 公里；按目前进度 2030 年底预计 ");
    assertThat(sentence.en())
        .startsWith(
            "Urban rail in operation stands at 590 km, 8.0 km below schedule; at this pace ");
  }

  @Test
  void everyStepOfTheArithmeticReads() {
    TargetJudgement judgement =
        judged(
            rail().figures(List.of(figure("2026-12-31", "585"), figure("2027-06-30", "590"))),
            "2027-06-30");
    assertThat(judgement.steps().stream().map(Step::arithmetic).toList())
        .containsExactly(
            "578",
            "578 + (645 − 578) × 546 / 1826 = 598.0",
            "(590.0 − 578.0) / (598.0 − 578.0) = 59.9 %",
            "100 × (598.0 − 590.0) / 67.0 = 12.0",
            "59.90 % < 60 % (wuhan 1)",
            "0.009144 × 3.5044 = 0.032044",
            "590.0 × exp(1.000 × 0.032044) = 609.2",
            "609.2 + 0.0 = 609.2",
            "P = 23.1 %",
            "23.07 % < 30 % (wuhan 1)",
            "2027-06-30 → 2027-09-30 + 45 = 2027-11-14; 2027-06-30",
            "■ ■ ● → ■");
  }
}
