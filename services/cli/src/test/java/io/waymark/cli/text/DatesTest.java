package io.waymark.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final ZoneId WUHAN = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "2027-06-30, 2027-06-30",
    "2027/6/30, 2027-06-30",
    "20270630, 2027-06-30",
    "2027年6月30日, 2027-06-30",
    "2027 年 6 月 3 日, 2027-06-03",
    "2027-06, 2027-06-30",
    "2028年2月, 2028-02-29",
    "2027年6月底, 2027-06-30",
    "2027Q2, 2027-06-30",
    "2027-q4, 2027-12-31",
    "2027年二季度, 2027-06-30",
    "2027年第3季度, 2027-09-30",
    "2027H1, 2027-06-30",
    "2027年下半年, 2027-12-31",
    "2027, 2027-12-31",
    "2027年底, 2027-12-31"
  })
  void aPeriodStandsForItsLastDay(String typed, LocalDate day) {
    assertThat(Dates.lastDay(typed)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2027-02-30", "2027-13", "2027Q5", "27-06-30", "2027-06-30x", "6月"})
  void whatNamesNoDayIsNone(String typed) {
    assertThat(Dates.lastDay(typed)).isEmpty();
  }

  @Test
  void aDayAsAnInstantIsItsEnd() {
    assertThat(Dates.instant("2027-06-30", WUHAN))
        .contains(Instant.parse("2027-06-30T15:59:59.999Z"));
    assertThat(Dates.instant("2027-06-30T09:00:00+08:00", WUHAN))
        .contains(Instant.parse("2027-06-30T01:00:00Z"));
  }
}
