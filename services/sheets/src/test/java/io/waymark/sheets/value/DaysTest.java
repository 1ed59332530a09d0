package io.waymark.sheets.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  @ParameterizedTest
  @CsvSource({
    "2027-06-30, 2027-06-30",
    "2027/6/30, 2027-06-30",
    "2027.6.30, 2027-06-30",
    "2027年6月30日, 2027-06-30",
    "２０２７年６月３０日, 2027-06-30",
    "2027 年 6 月 30 日, 2027-06-30",
    "20270630, 2027-06-30",
    "46568, 2027-06-30",
    "2027-06-30 08:15, 2027-06-30",
    "2027-06-30T00:00:00, 2027-06-30",
    "2027年6月, 2027-06-30",
    "2027年6月底, 2027-06-30",
    "2027.6, 2027-06-30",
    "2027.10, 2027-10-31",
    "2027-02, 2027-02-28",
    "2028-02, 2028-02-29",
    "2027年二季度, 2027-06-30",
    "2027年第3季度, 2027-09-30",
    "2027Q4, 2027-12-31",
    "2027年上半年, 2027-06-30",
    "2027, 2027-12-31",
    "2027年, 2027-12-31",
  })
  void daysAreReadAsPeopleWriteThem(String text, LocalDate day) {
    assertThat(Days.read(text, false)).isEqualTo(Reading.taken(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2027-13-01",
        "2027-02-30",
        "2027年13月",
        "6月30日",
        "30/6/2027",
        "2027-6/30",
        "12345",
        "99999",
        "二〇二七年六月",
        "2027年底前",
        "2027—2028"
      })
  void whatIsNoDayIsRefused(String text) {
    assertThat(Days.read(text, false)).isInstanceOf(Reading.Refused.class);
  }

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
  void aPeriodStandsForItsLastDayOnTheCommandLineToo(String typed, LocalDate day) {
    assertThat(Days.lastDay(typed)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2027-02-30", "2027-13", "2027Q5", "27-06-30", "2027-06-30x", "6月"})
  void whatNamesNoDayIsNoneOnTheCommandLineEither(String typed) {
    assertThat(Days.lastDay(typed)).isEmpty();
  }

  @Test
  void octoberThatASpreadsheetShortenedIsNotReadAsJanuary() {
    assertThat(Days.read("2027.1", false))
        .isEqualTo(Reading.refused("day.shortened", "2027.1", "2027-01", "2027-10"));
  }

  @Test
  void serialsOfA1904WorkbookCountFromThere() {
    assertThat(Days.read("45106", true)).isEqualTo(Days.read("46568", false));
  }

  @Test
  void everyDayComesBackHoweverItIsWritten() {
    Random random = new Random(20270630);
    for (int i = 0; i < 5_000; i++) {
      LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_500));
      for (String text : spellings(day)) {
        assertThat(Days.read(text, false)).as(text).isEqualTo(Reading.taken(day));
      }
      LocalDate last = day.with(TemporalAdjusters.lastDayOfMonth());
      String month = day.getYear() + "年" + day.getMonthValue() + "月";
      assertThat(Days.read(month, false)).as(month).isEqualTo(Reading.taken(last));
    }
  }

  private static List<String> spellings(LocalDate day) {
    int y = day.getYear();
    int m = day.getMonthValue();
    int d = day.getDayOfMonth();
    return List.of(
        day.toString(),
        y + "/" + m + "/" + d,
        y + "." + m + "." + d,
        y + "年" + m + "月" + d + "日",
        wide(y + "年" + m + "月" + d + "日"),
        day.toString().replace("-", ""),
        String.valueOf(day.toEpochDay() + 25_569));
  }

  static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
    return wide.toString();
  }
}
