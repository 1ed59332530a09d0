package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.Comparator;
import io.waymark.alerting.domain.Direction;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static Figures of(String unitZh, String unitEn, String target, Language language) {
    return Figures.of(
        new TargetFigures(
            new Text(unitZh, unitEn),
            null,
            null,
            new BigDecimal(target),
            null,
            Comparator.GE,
            Direction.UP,
            LocalDate.parse("2030-12-31"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null),
        language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2966 | 亿元 | 100 million yuan | 2966 亿元 | 296.6 billion yuan",
        "35 | 万人 | 10,000 persons | 35 万人 | 350,000 persons",
        "645 | 公里 | km | 645 公里 | 645 km",
        "12000 | 人 | persons | 1.2万 人 | 12,000 persons",
        "13.3 | 年一遇 | years | 13.3 年一遇 | 13.3 years",
        "65 | % | % | 65% | 65%"
      })
  void anAmountReadsAsOnTheBoard(String figure, String zh, String en, String inZh, String inEn) {
    assertThat(of(zh, en, figure, Language.ZH).given(new BigDecimal(figure))).isEqualTo(inZh);
    assertThat(of(zh, en, figure, Language.EN).given(new BigDecimal(figure))).isEqualTo(inEn);
  }

  @Test
  void differencesAndRangesAreOfTheSameSizeInWords() {
    Figures money = of("亿元", "100 million yuan", "2966", Language.EN);
    assertThat(money.signed(-12.4)).isEqualTo("−1.24 billion yuan");
    assertThat(money.distance(155)).isEqualTo("15.5 billion yuan");
    assertThat(money.computedRange(2891, 3012)).isEqualTo(List.of("289.1", "301.2 billion"));
    assertThat(money.given(new BigDecimal("2891"), new BigDecimal("3012")))
        .isEqualTo("289.1–301.2 billion yuan");
    Figures years = of("年一遇", "years", "20", Language.EN);
    assertThat(years.given(new BigDecimal("20"), new BigDecimal("30"))).isEqualTo("20–30 years");
  }

  @Test
  void aScheduleShowsNoMoreDigitsThanItsSourcesHave() {
    assertThat(of("年一遇", "years", "13.3", Language.EN).fine(13.0061)).isEqualTo("13.0 years");
    assertThat(of("年一遇", "years", "13.3", Language.EN).signed(-1.02)).isEqualTo("−1.0 years");
    assertThat(of("公里", "km", "645", Language.EN).fine(597.98)).isEqualTo("598.0 km");
  }
}
