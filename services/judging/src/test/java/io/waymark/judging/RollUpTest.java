package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.waymark.judging.RollUpQuestion.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollUpTest {
  private static final String TODAY = "2027-06-30";

  @Test
  void theGapIsAttributedToThePartsAndAddsUp() {
    TargetJudgement city = city("300", part("a", "95", "100", "140"), part("b", "60", "58", "90"));

    assertThat(city.causes())
        .extracting(Cause::projectId)
        .containsExactlyInAnyOrder("a", "b", null);
    assertThat(city.causes()).extracting(Cause::amount).isSorted();
    double sum = city.causes().stream().mapToDouble(Cause::amount).sum();
    assertThat(sum).isCloseTo(gap(city), within(1e-9));
    // What the parts' targets lack of the city's: 140 + 90 - 300.
    assertThat(city.causes())
        .filteredOn(cause -> cause.projectId() == null)
        .singleElement()
        .satisfies(cause -> assertThat(cause.amount()).isCloseTo(-70, within(1e-9)));
  }

  @Test
  void partsWithoutATargetShareWhatTheOthersLeave() {
    Part without =
        new Part("b", number("1"), question("60", "58", "58").judgedBy(WUHAN, day(TODAY)), false);
    TargetJudgement city = city("200", part("a", "95", "100", "140"), without);

    assertThat(city.causes()).extracting(Cause::projectId).containsExactlyInAnyOrder("a", "b");
    assertThat(city.causes().stream().mapToDouble(Cause::amount).sum())
        .isCloseTo(gap(city), within(1e-9));
  }

  @Test
  void positionComesFromThePartsFiguresOfTheLastPeriodThatAllHave() {
    Part late = part("b", "60", "58", "90");
    Part early =
        new Part(
            "a",
            number("1"),
            question("95", "100", "140")
                .figures(List.of(figure("2027-03-31", "100"), figure("2027-06-30", "104")))
                .judgedBy(WUHAN, day(TODAY)),
            true);
    List<Figure> figures =
        RollUpQuestion.figuresOf(List.of(early, late), RollUpMethod.SUM, Frequency.QUARTERLY);

    assertThat(figures)
        .singleElement()
        .satisfies(figure -> {
          assertThat(figure.periodEnd()).isEqualTo(day("2027-03-31"));
          assertThat(figure.value()).isEqualByComparingTo("158");
        });
    TargetJudgement city = city("300", early, late);
    assertThat(city.figures().value()).isEqualByComparingTo("158");
    assertThat(city.pins().inputIds())
        .containsExactly("o-2027-03-31", "o-2027-06-30")
        .noneMatch(id -> id.startsWith(RollUpQuestion.MADE));
  }

  @Test
  void aWeightedMeanOfRatesIsAMean() {
    Part big = weighted("a", "3", "80");
    Part small = weighted("b", "1", "60");
    TargetBuilder builder =
        Given.target(Measure.SHARE, Comparator.GE, Direction.UP, "82").base(number("70"), null);
    List<Part> parts = List.of(big, small);
    builder.figures(RollUpQuestion.figuresOf(parts, RollUpMethod.WEIGHTED_MEAN, Frequency.YEARLY));
    TargetJudgement city =
        Judge.rollUp(
            new RollUpQuestion(
                builder.judgedBy(WUHAN, day(TODAY)), RollUpMethod.WEIGHTED_MEAN, parts));

    assertThat(city.figures().value()).isEqualByComparingTo("75");
    assertThat(outlook(city).atDue().p50()).isBetween(72.0, 80.0);
    assertThat(outlook(city).atDue().p90()).isLessThanOrEqualTo(100);
  }

  @Test
  void aPartWithoutAnyFigureLeavesTheWholeToItsOwnFiguresAndIsNamed() {
    Part silent =
        new Part(
            "b",
            number("1"),
            Given.target(Measure.LEVEL, Comparator.GE, Direction.UP, "90")
                .judgedBy(WUHAN, day(TODAY)),
            true);
    TargetQuestion own = question("150", "158", "230").judgedBy(WUHAN, day(TODAY));
    TargetJudgement city =
        Judge.rollUp(
            new RollUpQuestion(
                own, RollUpMethod.SUM, List.of(part("a", "95", "100", "140"), silent)));

    assertThat(outlook(city)).isEqualTo(Judge.target(own).outlook());
    assertThat(city.steps())
        .anySatisfy(step -> {
          assertThat(step.arithmetic()).isEqualTo("b");
          assertThat(step.result().en()).contains("own figures");
        });
  }

  @Test
  void onePartAloneIsThatPart() {
    Quantiles one = new Quantiles(80, 92, 100, 109, 123);

    Quantiles all = RollUp.of(List.of(new PartProjection(1, one))).quantiles(0, 1e9);

    assertThat(all.p10()).isCloseTo(one.p10(), within(1.0));
    assertThat(all.p25()).isCloseTo(one.p25(), within(1.0));
    assertThat(all.p50()).isCloseTo(one.p50(), within(0.5));
    assertThat(all.p75()).isCloseTo(one.p75(), within(1.0));
    assertThat(all.p90()).isCloseTo(one.p90(), within(1.0));
  }

  @Test
  void theSumIsWiderThanIndependentPartsAndNarrowerThanPartsThatMoveAsOne() {
    Random random = new Random(7);
    for (int trial = 0; trial < 40; trial++) {
      List<PartProjection> parts = parts(random, 2 + random.nextInt(11));
      double asOne =
          parts.stream()
              .mapToDouble(p -> p.weight() * (p.quantiles().p90() - p.quantiles().p10()))
              .sum();

      double spread = spread(RollUp.of(parts));

      assertThat(spread).isGreaterThan(1.05 * spread(RollUp.of(parts, 0, 25)));
      assertThat(spread).isLessThan(asOne);
    }
  }

  @Test
  void quantilesNeverCrossAndProbabilityRisesWithTheValue() {
    Random random = new Random(11);
    for (int trial = 0; trial < 40; trial++) {
      RollUp sum = RollUp.of(parts(random, 1 + random.nextInt(13)));
      Quantiles q = sum.quantiles(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      assertThat(List.of(q.p10(), q.p25(), q.p50(), q.p75(), q.p90())).isSorted();
      double last = 0;
      for (double value = q.p10() - 50; value < q.p90() + 50; value += 1) {
        assertThat(sum.below(value)).isBetween(last, 1.0);
        last = sum.below(value);
      }
      for (double p = 0.05; p < 0.99; p += 0.05) {
        assertThat(sum.below(sum.quantile(p))).isCloseTo(p, within(1e-6));
      }
    }
  }

  @Test
  void aPartThatDoesBetterNeverLowersTheChance() {
    double last = 0;
    for (int figure = 80; figure <= 130; figure += 5) {
      TargetJudgement city =
          city(
              "230", part("a", "95", Integer.toString(figure), "140"), part("b", "60", "70", "90"));
      assertThat(outlook(city).pMeet()).isGreaterThanOrEqualTo(last - 1e-9);
      last = outlook(city).pMeet();
    }
    assertThat(last).isGreaterThan(0.5);
  }

  @Test
  void theUnitDoesNotMatter() {
    Random random = new Random(3);
    List<PartProjection> parts = parts(random, 5);
    List<PartProjection> thousands =
        parts.stream()
            .map(part -> new PartProjection(1000 * part.weight(), part.quantiles()))
            .toList();

    assertThat(RollUp.of(thousands).quantile(0.3))
        .isCloseTo(1000 * RollUp.of(parts).quantile(0.3), within(1e-6));
  }

  @Test
  void theOrderOfPartsDoesNotMatterAndTheSameQuestionGivesTheSameBytes() {
    List<Part> parts = new ArrayList<>();
    for (String key : List.of("a", "b", "c", "d")) {
      parts.add(part(key, "50", "5" + (key.charAt(0) - 'a'), "80"));
    }
    TargetJudgement first = city("320", parts.toArray(Part[]::new));
    Collections.reverse(parts);

    assertThat(city("320", parts.toArray(Part[]::new))).isEqualTo(first);
  }

  @Test
  void onceTheFigureOfTheDueDateIsKnownNothingIsProjected() {
    TargetQuestion known =
        question("150", "158", "230")
            .figures(List.of(figure("2030-12-31", "231")))
            .judgedBy(WUHAN, day("2031-03-31"));
    TargetJudgement city =
        Judge.rollUp(
            new RollUpQuestion(known, RollUpMethod.SUM, List.of(part("a", "95", "100", "140"))));

    assertThat(outlook(city).pMeet()).isEqualTo(1);
  }

  @Test
  void weightsMustBePossible() {
    TargetQuestion whole = question("1", "1", "2").judgedBy(WUHAN, day(TODAY));
    Part negative = new Part("a", number("-1"), whole, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollUpQuestion(whole, RollUpMethod.SUM, List.of(negative)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollUpQuestion(whole, RollUpMethod.SUM, List.of()));
  }

  private static TargetJudgement city(String target, Part... parts) {
    TargetBuilder builder =
        Given.target(Measure.LEVEL, Comparator.GE, Direction.UP, target)
            .base(number("150"), null)
            .frequency(Frequency.QUARTERLY)
            .figures(
                RollUpQuestion.figuresOf(List.of(parts), RollUpMethod.SUM, Frequency.QUARTERLY));
    return Judge.rollUp(
        new RollUpQuestion(builder.judgedBy(WUHAN, day(TODAY)), RollUpMethod.SUM, List.of(parts)));
  }

  private static Part part(String key, String base, String figure, String target) {
    return new Part(
        key, number("1"), question(base, figure, target).judgedBy(WUHAN, day(TODAY)), true);
  }

  private static Part weighted(String key, String weight, String share) {
    return new Part(
        key,
        number(weight),
        Given.target(Measure.SHARE, Comparator.GE, Direction.UP, "85")
            .base(number(share).subtract(number("0.5")), null)
            .figures(List.of(figure("2026-12-31", share)))
            .judgedBy(WUHAN, day(TODAY)),
        true);
  }

  private static TargetBuilder question(String base, String figure, String target) {
    return Given.target(Measure.LEVEL, Comparator.GE, Direction.UP, target)
        .base(number(base), null)
        .frequency(Frequency.QUARTERLY)
        .figures(List.of(figure("2027-03-31", figure)));
  }

  private static List<PartProjection> parts(Random random, int count) {
    List<PartProjection> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double middle = 20 + 100 * random.nextDouble();
      double spread = 2 + 20 * random.nextDouble();
      double skew = 0.7 + 0.8 * random.nextDouble();
      parts.add(
          new PartProjection(
              0.5 + random.nextDouble(),
              new Quantiles(
                  middle - 1.8 * spread,
                  middle - spread,
                  middle,
                  middle + skew * spread,
                  middle + 1.8 * skew * spread)));
    }
    return parts;
  }

  private static double spread(RollUp sum) {
    return sum.quantile(0.9) - sum.quantile(0.1);
  }

  private static TargetOutlook outlook(TargetJudgement judgement) {
    TargetOutlook outlook = judgement.outlook();
    assertThat(outlook).isNotNull();
    return outlook;
  }

  private static double gap(TargetJudgement judgement) {
    Double gap = judgement.figures().expectedGap();
    assertThat(gap).isNotNull();
    return gap;
  }
}
