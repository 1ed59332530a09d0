package io.waymark.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private final Figures zh = new Figures(Language.ZH);
  private final Figures en = new Figures(Language.EN);

  @ParameterizedTest
  @CsvSource({
    "645, 公里, 645 公里",
    "645.50, 公里, 645.50 公里",
    "-1.89, %, −1.89%",
    "30000, 亿元, 30000 亿元",
    "13774000, 人, 1377.4 万人",
    "250000000, 元, 2.5 亿元",
    "13774000, 万人, 13774000 万人"
  })
  void chineseReadersGetTenThousands(String decimal, String unit, String shown) {
    assertThat(zh.published(decimal, unit)).isEqualTo(shown);
  }

  @Test
  void englishReadersGetThousandsSeparators() {
    assertThat(en.published("13774000", "people")).isEqualTo("13,774,000 people");
    assertThat(en.published("1234.5", "km")).isEqualTo("1,234.5 km");
  }

  @Test
  void aDifferenceCarriesItsSignUnlessItIsNothing() {
    assertThat(en.signed(-8.0345, 1, "km")).isEqualTo("−8.0 km");
    assertThat(en.signed(8.0345, 1, "km")).isEqualTo("+8.0 km");
    assertThat(en.signed(0.01, 1, "km")).isEqualTo("0.0 km");
    assertThat(en.signed(-0.01, 1, "km")).isEqualTo("0.0 km");
  }

  @Test
  void aProbabilityIsNeverCertain() {
    assertThat(zh.probability(0.0004)).isEqualTo("小于 1%");
    assertThat(en.probability(0.999)).isEqualTo("over 99%");
    assertThat(en.probability(0.214)).isEqualTo("21%");
  }

  @Test
  void computedFiguresHaveNoMoreDigitsThanTheirSourcesAndOne() {
    assertThat(Figures.digits("578", "645", "590")).isEqualTo(1);
    assertThat(Figures.digits("12.34", "15")).isEqualTo(2);
    assertThat(Figures.digits("20000", "30000")).isZero();
  }

  @Test
  void whatIsNoNumberIsShownAsItIs() {
    assertThat(zh.published("", "公里")).isEqualTo("-");
    assertThat(zh.bare(Double.NaN, 1, "公里")).isEqualTo("-");
  }
}
