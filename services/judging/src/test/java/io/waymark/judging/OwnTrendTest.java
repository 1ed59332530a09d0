package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waymark.judging.ReferenceClass.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How an indicator's own series is projected. */
class OwnTrendTest {
  private static final LocalDate LAST = day("2025-12-31");

  private static List<Figure> yearly(double... values) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int year = LAST.getYear() - values.length + 1 + i;
      figures.add(figure(year + "-12-31", BigDecimal.valueOf(values[i]).toPlainString()));
    }
    return figures;
  }

  private static TargetBuilder asked(Measure measure, List<Figure> figures, String target) {
    return Given.target(measure, Comparator.GE, Direction.UP, target)
        .figures(figures)
        .due(day("2027-12-31"));
  }

  private static TargetOutlook outlook(TargetBuilder builder) {
    return outlook(builder, "2025-12-31");
  }

  private static TargetOutlook outlook(TargetBuilder builder, String asOf) {
    TargetJudgement judgement = Judge.target(builder.judgedBy(WUHAN, day(asOf)));
    return Objects.requireNonNull(judgement.outlook());
  }

  private static double[] growing(int years, double rate, double noise, long seed) {
    Random random = new Random(seed);
    double[] values = new double[years];
    double value = 100;
    for (int i = 0; i < years; i++) {
      value *= StrictMath.exp(rate + noise * random.nextGaussian());
      values[i] = Math.round(value * 1000) / 1000.0;
    }
    return values;
  }

  private static ReferenceClass like(double rate, double level, int members) {
    List<Member> all = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      double[] values = growing(15, rate, 0.01, m + 1);
      double factor = level * (1 + 0.05 * m) / values[14];
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
      all.add(Objects.requireNonNull(Member.of(Measure.LEVEL, yearly(values), LAST)));
    }
    return ReferenceClass.of(all);
  }

  /**
   * Ten years of exactly 2 % and nothing else: of the drift remains 9 / (9 + 3); momentum is nil,
   * since every year is like the mean.
   */
  @Test
  void theDriftOfAShortHistoryCountsByItsYears() {
    double[] values = new double[10];
    for (int i = 0; i < 10; i++) {
      values[i] = 100 * StrictMath.pow(1.02, i);
    }
    TargetOutlook outlook = outlook(asked(Measure.LEVEL, yearly(values), "130"));
    double years = 730 / 365.25;
    double drift = 9.0 / 12 * StrictMath.log(1.02);
    double momentum = (0.05 + (years - 1) * 0.05 * 0.05) * (StrictMath.log(1.02) - drift);
    assertThat(outlook.atDue().p50())
        .isCloseTo(values[9] * StrictMath.exp(years * drift + momentum), within(1e-6));
  }

  @Test
  void oneOutlierHardlyMovesTheProjection() {
    double[] values = growing(14, 0.02, 0.005, 3);
    double calm = outlook(asked(Measure.LEVEL, yearly(values), "130")).atDue().p50();
    double[] jumped = values.clone();
    for (int i = 7; i < jumped.length; i++) {
      jumped[i] *= 1.5;
    }
    double after = outlook(asked(Measure.LEVEL, yearly(jumped), "130")).atDue().p50();
    assertThat(after / 1.5).isCloseTo(calm, within(calm * 0.01));
  }

  @Test
  void comparablePlacesInformAShortHistory() {
    List<Figure> young = yearly(100, 101);
    double alone = outlook(asked(Measure.LEVEL, young, "110")).pMeet();
    double amongFast =
        outlook(asked(Measure.LEVEL, young, "110").reference(like(0.08, 100, 5))).pMeet();
    double amongSlow =
        outlook(asked(Measure.LEVEL, young, "110").reference(like(-0.02, 100, 5))).pMeet();
    assertThat(amongFast).isGreaterThan(alone).isGreaterThan(0.6);
    assertThat(amongSlow).isLessThan(alone);
  }

  @Test
  void aPlaceFarAboveItsLikeTendsToFallBack() {
    List<Figure> own = yearly(growing(15, 0.02, 0.01, 9));
    double last = own.getLast().value().doubleValue();
    double among =
        outlook(asked(Measure.LEVEL, own, "150").reference(like(0.02, last, 6))).atDue().p50();
    double above =
        outlook(asked(Measure.LEVEL, own, "150").reference(like(0.02, last / 3, 6))).atDue().p50();
    double below =
        outlook(asked(Measure.LEVEL, own, "150").reference(like(0.02, last * 3, 6))).atDue().p50();
    assertThat(above).isLessThan(among);
    assertThat(below).isGreaterThan(among);
  }

  /** Too few changes for any memory: only the order of the places' changes differs. */
  private static ReferenceClass moved(double... changes) {
    Member member = Objects.requireNonNull(Member.of(Measure.LEVEL, moving(changes), LAST));
    return ReferenceClass.of(List.of(member, member, member));
  }

  @Test
  void whatMovedAllPlacesLastGoesOnForAWhile() {
    List<Figure> own = yearly(100, 102, 103, 106, 107, 109, 111);
    double before =
        outlook(asked(Measure.LEVEL, own, "115").reference(moved(.02, .05, -.01, .02, .01, .02)))
            .atDue()
            .p50();
    double lately =
        outlook(asked(Measure.LEVEL, own, "115").reference(moved(.02, .02, -.01, .02, .01, .05)))
            .atDue()
            .p50();
    double years = 730 / 365.25;
    assertThat(StrictMath.log(lately / before))
        .isCloseTo(0.1 * Math.sqrt(years) * (.05 - .02), within(1e-6));
  }

  @Test
  void aRestlessTimeOfLateWidensTheRangeAndAQuietOneNarrowsIt() {
    double quiet = width(moving(.02, .10, -.06, .02, .03, .01, .02));
    double restless = width(moving(.02, .03, .01, .02, .10, -.06, .02));
    assertThat(restless).isBetween(quiet * 1.1, quiet * 1.7);
  }

  private static List<Figure> moving(double... changes) {
    double[] values = new double[changes.length + 1];
    values[0] = 100;
    for (int i = 0; i < changes.length; i++) {
      values[i + 1] = values[i] * StrictMath.exp(changes[i]);
    }
    return yearly(values);
  }

  private static double width(List<Figure> figures) {
    Quantiles at = outlook(asked(Measure.LEVEL, figures, "130")).atDue();
    return StrictMath.log(at.p90() / at.p10());
  }

  @Test
  void whereChangesGoOnTheRangeWidensFaster() {
    assertThat(widening(0.6)).isGreaterThan(widening(0) * 1.3);
    assertThat(widening(0)).isCloseTo(StrictMath.pow(4, 0.42), within(0.3));
  }

  /** How much wider four years are than one. */
  private static double widening(double persistence) {
    List<OwnSeries.Point> points =
        yearly(growing(15, 0.02, 0.02, 4)).stream()
            .map(figure -> new OwnSeries.Point(figure.periodEnd(), figure.value().doubleValue()))
            .toList();
    SeriesSummary summary = SeriesSummary.of(points, true);
    Trend fitted = Trend.fit(points, true, false, summary, ReferenceClass.NONE);
    Trend trend =
        new Trend(
            true,
            fitted.at(),
            fitted.value(),
            fitted.last(),
            summary,
            ReferenceClass.NONE,
            fitted.ownWeight(),
            0,
            fitted.drift(),
            persistence,
            fitted.scale(),
            fitted.season());
    return trend.spread(LAST.plusYears(4)) / trend.spread(LAST.plusYears(1));
  }

  @Test
  void oneComparablePlaceMakesNoClass() {
    Member only = Member.of(Measure.LEVEL, yearly(growing(15, 0.05, 0.01, 1)), LAST);
    assertThat(ReferenceClass.of(List.of(Objects.requireNonNull(only))))
        .isSameAs(ReferenceClass.NONE);
  }

  @Test
  void aComparableSeriesIsNeverReadBeyondTheDay() {
    List<Figure> figures = new ArrayList<>(yearly(growing(15, 0.02, 0.01, 1)));
    Member before = Objects.requireNonNull(Member.of(Measure.LEVEL, figures, LAST));
    figures.add(figure("2026-12-31", "100000"));
    Member after = Objects.requireNonNull(Member.of(Measure.LEVEL, figures, LAST));
    ReferenceClass one = ReferenceClass.of(List.of(before, before));
    ReferenceClass two = ReferenceClass.of(List.of(after, after));
    assertThat(two.drift()).isEqualTo(one.drift());
    assertThat(two.inputIds()).isEqualTo(one.inputIds());
  }

  @Test
  void aShareMovesOnLessThanItDid() {
    double[] values = {40, 41, 42, 43, 44, 45, 46, 47, 48, 49};
    double p50 = outlook(asked(Measure.SHARE, yearly(values), "55")).atDue().p50();
    assertThat(p50).isBetween(49.5, 51.0);
  }

  @Test
  void aMissingYearIsBridged() {
    List<Figure> gap = new ArrayList<>(yearly(growing(12, 0.03, 0.004, 5)));
    double whole = outlook(asked(Measure.LEVEL, gap, "150")).atDue().p50();
    gap.remove(6);
    gap.remove(6);
    assertThat(outlook(asked(Measure.LEVEL, gap, "150")).atDue().p50())
        .isCloseTo(whole, within(whole * 0.01));
  }

  @Test
  void zerosAndNegativesAreProjectedPlainly() {
    TargetOutlook outlook = outlook(asked(Measure.LEVEL, yearly(-3, -2, -2, -1, 0, 0, 1), "2"));
    assertThat(outlook.pMeet()).isStrictlyBetween(0.05, 0.95);
    TargetOutlook zeros = outlook(asked(Measure.LEVEL, yearly(0, 0, 0, 0, 0), "1"));
    assertThat(zeros.pMeet()).isLessThan(0.01);
  }

  @Test
  void quartersAreComparedWithTheSameQuarterAndTheSeasonComesBack() {
    List<Figure> quarters = new ArrayList<>();
    double[] season = {80, 100, 110, 130};
    for (int year = 2018; year <= 2025; year++) {
      for (int q = 0; q < 4; q++) {
        LocalDate end = Frequency.QUARTERLY.periodEnd(LocalDate.of(year, 3 * q + 1, 1));
        double value = season[q] * StrictMath.pow(1.04, year - 2018);
        quarters.add(figure(end.toString(), BigDecimal.valueOf(value).toPlainString()));
      }
    }
    List<Figure> upToMarch =
        quarters.stream().filter(f -> f.periodEnd().isBefore(day("2025-04-01"))).toList();
    TargetOutlook december =
        outlook(
            asked(Measure.LEVEL, upToMarch, "160")
                .plan(day("2025-01-01"), day("2029-12-31"))
                .due(day("2025-12-31")),
            "2025-03-31");
    double actual = quarters.getLast().value().doubleValue();
    assertThat(december.atDue().p50()).isCloseTo(actual, within(actual * 0.08));
    assertThat(december.atDue().p10()).isGreaterThan(season[0] * 1.4);
  }

  @Test
  void theTailsEncloseTheInnerQuantiles() {
    for (int seed = 0; seed < 200; seed++) {
      TargetOutlook outlook =
          outlook(asked(Measure.LEVEL, yearly(growing(4 + seed % 20, 0.02, 0.05, seed)), "110"));
      Tails tails = outlook.tails();
      Quantiles inner = outlook.atDue();
      assertThat(List.of(tails.p025(), tails.p05(), inner.p10(), inner.p25(), inner.p50()))
          .isSorted();
      assertThat(List.of(inner.p50(), inner.p75(), inner.p90(), tails.p95(), tails.p975()))
          .isSorted();
    }
  }
}
