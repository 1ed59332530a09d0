package io.waymark.judging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishUnitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2966    | 0 | 100 million yuan | 296.6 billion yuan",
        "20034.5 | 1 | 100 million yuan | 2.0035 trillion yuan",
        "30000   | 0 | 100 million yuan | 3 trillion yuan",
        "8.42    | 1 | 100 million yuan | 840 million yuan",
        "0.004   | 3 | 100 million yuan | 400,000 yuan",
        "-12     | 0 | 100 million yuan | −1.2 billion yuan",
        "0       | 0 | 100 million yuan | 0 yuan",
        "35      | 0 | 10,000 persons   | 350,000 persons",
        "570     | 0 | 10,000 persons   | 5.7 million persons",
        "1200.5  | 1 | 10,000 kW        | 12.005 million kW",
        "645     | 0 | km               | 645 km",
        "12345.6 | 1 | persons          | 12,345.6 persons",
      })
  void anAmountReadsAsEnglishmenSayIt(double value, int digits, String unit, String expected) {
    assertThat(EnglishUnit.of(unit).amount(value, digits)).isEqualTo(expected);
  }

  @Test
  void bothEndsOfARangeAreOfOneSize() {
    assertThat(EnglishUnit.of("100 million yuan").range(980, 10200, 0))
        .isEqualTo("0.098–1.02 trillion");
    assertThat(EnglishUnit.of("10,000 persons").range(33, 36, 0)).isEqualTo("330,000–360,000");
    assertThat(EnglishUnit.of("km").range(612, 641, 0)).isEqualTo("612–641");
  }
}
