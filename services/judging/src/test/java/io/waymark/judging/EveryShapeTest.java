package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.inProportion;
import static io.waymark.judging.Given.number;
import static io.waymark.judging.Given.onCompletion;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.report;
import static io.waymark.judging.Given.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every shape of target in every kind of weather: judged, or said why not; never a crash, never
 * green for lack of data.
 */
class EveryShapeTest {
  private static final ProjectForecast UNDER_WAY =
      Judge.forecast(
          project(
              "2025-01-01",
              "2029-12-31",
              "2027-06-30",
              List.of(),
              report("2027-06-30", 35.0, null)));
  private static final ProjectForecast SILENT =
      Judge.forecast(project("2025-01-01", "2029-12-31", "2027-06-30", List.of()));
  private static final List<List<Figure>> HISTORIES =
      List.of(
          List.of(),
          List.of(figure("2024-12-31", "40")),
          List.of(figure("2027-03-31", "-3.5")),
          List.of(figure("2025-12-31", "0"), figure("2026-12-31", "0")),
          List.of(
              figure("2030-12-31", "55"), figure("2026-12-31", "48"), figure("2025-12-31", "45")));
  private static final List<List<Contribution>> PROJECTS =
      List.of(
          List.of(), List.of(onCompletion("a", "10", UNDER_WAY), inProportion("b", "-4", SILENT)));

  @ParameterizedTest
  @EnumSource(Measure.class)
  void judgesOrSaysWhyNot(Measure measure) {
    int judged = 0;
    for (TargetQuestion question : questions(measure)) {
      check(question, Judge.target(question));
      judged++;
    }
    assertThat(judged).isGreaterThan(3000);
  }

  private static List<TargetQuestion> questions(Measure measure) {
    List<TargetQuestion> questions = new ArrayList<>();
    for (Comparator comparator : Comparator.values()) {
      for (Direction direction : Direction.values()) {
        for (String value : Arrays.asList(null, "0", "-5", "60")) {
          for (String base : Arrays.asList(null, "0", "60")) {
            for (List<Figure> figures : HISTORIES) {
              for (List<Contribution> contributions : PROJECTS) {
                for (String asOf : List.of("2025-06-30", "2027-06-30", "2031-06-30")) {
                  questions.add(
                      target(measure, comparator, direction, value)
                          .valueMax("60".equals(value) ? number("70") : null)
                          .base(base == null ? null : number(base), null)
                          .figures(figures)
                          .contributions(contributions)
                          .judgedBy(WUHAN, day(asOf)));
                }
              }
            }
          }
        }
      }
    }
    return questions;
  }

  private static void check(TargetQuestion question, TargetJudgement judgement) {
    Lights lights = judgement.lights();
    boolean anything = judgement.pins().inputIds().stream().anyMatch(id -> !id.isEmpty());
    assertThat(lights.overall() == Light.UNKNOWN).isEqualTo(lights.unknownReason() != null);
    if (!anything || question.value() == null) {
      assertThat(lights.overall()).as("%s", question).isEqualTo(Light.UNKNOWN);
    }
    if (lights.overall() == Light.ON_TRACK || lights.overall() == Light.AHEAD) {
      assertThat(lights.position()).isIn(Light.ON_TRACK, Light.AHEAD);
      assertThat(lights.freshness()).isNotEqualTo(Light.OFF_TRACK);
    }
    TargetOutlook outlook = judgement.outlook();
    if (outlook != null) {
      checkOutlook(outlook);
      checkIdentity(judgement);
    }
    Text sentence =
        Sentence.ofTarget(judgement, new Text("指标", "Indicator"), new Text("个", "units"), Map.of());
    assertThat(sentence.zh() + sentence.en() + judgement.steps())
        .doesNotContain("NaN", "null", "Infinity");
  }

  private static void checkOutlook(TargetOutlook outlook) {
    assertThat(outlook.pMeet()).isBetween(0.0, 1.0);
    assertThat(outlook.fan().getLast().quantiles()).isEqualTo(outlook.atDue());
    for (FanPoint point : outlook.fan()) {
      Quantiles q = point.quantiles();
      assertThat(new double[] {q.p10(), q.p25(), q.p50(), q.p75(), q.p90()}).isSorted();
      assertThat(DoubleStream.of(q.p10(), q.p90()).allMatch(Double::isFinite)).isTrue();
    }
  }

  private static void checkIdentity(TargetJudgement judgement) {
    double sum = judgement.causes().stream().mapToDouble(Cause::amount).sum();
    assertThat(judgement.figures().expectedGap())
        .isCloseTo(sum, within(1e-9 * (1 + Math.abs(sum))));
  }

  @Test
  void aTargetThatIsNotSetYetAwaitsIt() {
    TargetJudgement judgement =
        Given.judged(
            target(Measure.LEVEL, Comparator.GE, Direction.UP, null)
                .figures(List.of(figure("2027-03-31", "5"))),
            "2027-06-30");
    assertThat(judgement.lights().unknownReason()).isEqualTo(UnknownReason.AWAITING_TARGET);
  }
}
