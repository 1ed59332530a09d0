package io.waymark.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HindcastsTest {
  private static Hindcasts of(Measure measure, Direction direction, List<Figure> figures) {
    return new Hindcasts("s", measure, direction, figures, Given.WUHAN);
  }

  private static List<Figure> yearly(int first, double... values) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      figures.add(Given.figure(first + i + "-12-31", String.valueOf(values[i])));
    }
    return figures;
  }

  @Test
  void asksThreeQuestionsOfEachYearAndHorizonThatHasAPastAndAnOutcome() {
    List<Checked> checked =
        of(Measure.LEVEL, Direction.UP, yearly(2016, 100, 103, 107, 110, 114, 118, 121))
            .checked(99);

    // One year ahead from 2017..2021, two from 2018..2020, three from 2019; three targets each.
    assertThat(checked.stream().filter(c -> c.years() == 1)).hasSize(15);
    assertThat(checked.stream().filter(c -> c.years() == 2)).hasSize(9);
    assertThat(checked.stream().filter(c -> c.years() == 3)).hasSize(3);
  }

  @Test
  void standsInThePastAndSeesNothingOfWhatCameLater() {
    List<Figure> calm = yearly(2016, 100, 103, 106, 109, 112, 115);
    List<Figure> crash = yearly(2016, 100, 103, 106, 109, 112, 15);
    List<Checked> before = of(Measure.LEVEL, Direction.UP, calm).checked(99);
    List<Checked> after = of(Measure.LEVEL, Direction.UP, crash).checked(99);

    assertThat(after)
        .extracting(Checked::said)
        .isEqualTo(before.stream().map(Checked::said).toList());
    assertThat(after).extracting(Checked::met).contains(false);
    assertThat(after.getLast().within90()).isFalse();
  }

  @Test
  void theOutcomeIsTheLaterFigureInTheIndicatorsDirection() {
    List<Figure> falling = yearly(2016, 100, 90, 80, 70);
    List<Checked> down = of(Measure.LEVEL, Direction.DOWN, falling).checked(99);

    // From 2017, one year ahead: at most 85, 80 and 75, and 80 came.
    assertThat(down.subList(0, 3)).extracting(Checked::met).containsExactly(true, true, false);
    assertThat(down.subList(0, 3))
        .extracting(Checked::said)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void threeFiguresAtYearsEndsAreTooFew() {
    Hindcasts three = of(Measure.LEVEL, Direction.UP, yearly(2020, 1, 2, 3));

    assertThat(three.enough()).isFalse();
    assertThat(three.checked(99)).isEmpty();
  }

  @Test
  void figuresWithinTheYearInformButOnlyYearsEndsAreAskedFor() {
    List<Figure> figures = new ArrayList<>(yearly(2018, 100, 104, 108, 112));
    figures.add(Given.figure("2019-06-30", "102"));
    figures.add(Given.figure("2020-06-30", "106"));

    assertThat(of(Measure.LEVEL, Direction.UP, figures).checked(99))
        .hasSameSizeAs(
            of(Measure.LEVEL, Direction.UP, yearly(2018, 100, 104, 108, 112)).checked(99));
  }

  @Test
  void aSeriesThatStandsStillIsAskedOnceAndAShareNeverForMoreThanAll() {
    assertThat(of(Measure.LEVEL, Direction.UP, yearly(2018, 5, 5, 5, 5)).checked(99)).hasSize(2);
    // From 2020: 99.75 and 100; of 100.25 nobody asks.
    assertThat(of(Measure.SHARE, Direction.UP, yearly(2018, 98, 99, 99.5, 99.6)).checked(1))
        .hasSize(2);
  }

  @Test
  void theLatestOriginsAreKeptWhereTheWorkIsBounded() {
    List<Figure> figures = yearly(2010, 1, 2, 3, 4, 5, 6, 7, 8);
    List<Checked> all = of(Measure.LEVEL, Direction.UP, figures).checked(99);
    List<Checked> last = of(Measure.LEVEL, Direction.UP, figures).checked(2);

    assertThat(last).isEqualTo(all.subList(all.size() - last.size(), all.size())).isNotEmpty();
  }

  @Test
  void growthRatesAndSumsAreNotAsked() {
    assertThat(Hindcasts.askable(Measure.ANNUAL_GROWTH)).isFalse();
    assertThat(Hindcasts.askable(Measure.CUMULATIVE)).isFalse();
    assertThat(of(Measure.AVERAGE_GROWTH, Direction.UP, yearly(2018, 5, 6, 7, 8)).checked(99))
        .isEmpty();
  }

  @Test
  void aSimulatedFigureMarksWhatItWentInto() {
    List<Figure> figures = new ArrayList<>(yearly(2018, 100, 104, 108));
    figures.add(
        new Figure(
            "x", Given.day("2021-12-31"), Given.number("111"), Exactness.EXACT, true, false));

    assertThat(of(Measure.LEVEL, Direction.UP, figures).checked(99))
        .extracting(Checked::simulated)
        .containsExactly(false, false, false, true, true, true);
  }
}
