package io.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
  private final WorkingCalendar calendar = WorkingCalendar.shipped();

  private static LocalDate on(String date) {
    return LocalDate.parse(date);
  }

  @Test
  void everyNoticeGivesAsManyDaysOffAsItSays() {
    assertThat(calendar.notice(2025).orElseThrow().free()).hasSize(1 + 8 + 3 + 5 + 3 + 8);
    assertThat(calendar.notice(2026).orElseThrow().free()).hasSize(3 + 9 + 3 + 5 + 3 + 3 + 7);
    assertThat(calendar.notice(2026).orElseThrow().worked()).hasSize(6);
  }

  @Test
  void theStatutoryDaysAreFreeInEveryPublishedYear() {
    for (int year : List.of(2025, 2026)) {
      long worked =
          on(year + "-01-01").datesUntil(on(year + 1 + "-01-01")).filter(calendar::working).count();
      long week =
          on(year + "-01-01")
              .datesUntil(on(year + 1 + "-01-01"))
              .filter(day -> !Statutory.weekend(day))
              .count();
      assertThat(week - worked).as("weekdays taken off for good in %s", year).isEqualTo(13);
    }
  }

  @Test
  void aWeekendWorkedForAHolidayIsAWorkingDay() {
    assertThat(calendar.day(on("2026-02-14")).kind()).isEqualTo(Day.Kind.WORKED_WEEKEND);
    assertThat(calendar.working(on("2026-02-14"))).isTrue();
    assertThat(calendar.working(on("2026-02-13"))).isTrue();
    assertThat(calendar.working(on("2026-02-16"))).isFalse();
    assertThat(calendar.day(on("2026-02-16")).name().zh()).isEqualTo("春节");
  }

  @Test
  void fiveWorkingDaysFromTheEveOfMidAutumnReachBeyondNationalDay() {
    assertThat(calendar.plus(on("2026-09-24"), 5)).isEqualTo(on("2026-10-09"));
    assertThat(calendar.plus(on("2026-10-09"), -5)).isEqualTo(on("2026-09-24"));
    assertThat(calendar.between(on("2026-09-24"), on("2026-10-09"))).isEqualTo(5);
    assertThat(calendar.between(on("2026-10-09"), on("2026-09-24"))).isEqualTo(-5);
  }

  @Test
  void noWorkingDaysMeansTheNextOneThatIsWorked() {
    assertThat(calendar.plus(on("2026-10-01"), 0)).isEqualTo(on("2026-10-08"));
    assertThat(calendar.onOrBefore(on("2026-10-07"))).isEqualTo(on("2026-09-30"));
  }

  @Test
  void aYearWithoutNoticeGoesByTheStatutoryDaysAndSaysSo() {
    // 2027: New Year's Day a Friday, the eve of the Spring Festival Friday 5 February.
    assertThat(calendar.working(on("2027-01-01"))).isFalse();
    assertThat(calendar.working(on("2027-02-05"))).isFalse();
    assertThat(calendar.working(on("2027-02-08"))).isFalse();
    assertThat(calendar.published(on("2027-02-08"))).isFalse();
    assertThat(calendar.basis(on("2027-02-08")).zh()).contains("2027年放假通知尚未收录");
    assertThat(calendar.basis(on("2027-02-08")).en()).contains("statutory");
    assertThat(calendar.basis(on("2026-02-08")).zh()).contains("国办发明电〔2025〕7号");
    assertThat(calendar.basis(on("2050-02-08")).en()).contains("without lunar festivals");
  }

  @Test
  void aStatutoryDayOnAWeekendIsMadeUpForOnTheNextWorkingDay() {
    // 1 and 2 May 2027 are a weekend: Monday and Tuesday are free instead.
    assertThat(calendar.working(on("2027-05-03"))).isFalse();
    assertThat(calendar.working(on("2027-05-04"))).isFalse();
    assertThat(calendar.working(on("2027-05-05"))).isTrue();
  }

  @Test
  void aFestivalThatFallsOnAnotherIsMadeUpForToo() {
    // 1 October 2031 is Mid-Autumn as well; 1-3 October are Wednesday to Friday, Monday makes up.
    assertThat(calendar.day(on("2031-10-06")).kind()).isEqualTo(Day.Kind.HOLIDAY);
    assertThat(calendar.working(on("2031-10-07"))).isTrue();
  }

  @Test
  void thirteenWeekdaysAreFreeInEveryYearWithoutNotice() {
    for (int year = 2027; year <= 2035; year++) {
      long free =
          on(year + "-01-01")
              .datesUntil(on(year + 1 + "-01-01"))
              .filter(day -> !Statutory.weekend(day) && !calendar.working(day))
              .count();
      assertThat(free).as("%s", year).isEqualTo(13);
    }
  }

  @Test
  void countingForwardAndBackAgree() {
    Random random = new Random(20261122);
    for (int i = 0; i < 2000; i++) {
      LocalDate from = on("2025-01-01").plusDays(random.nextInt(3600));
      int days = 1 + random.nextInt(60);
      LocalDate to = calendar.plus(from, days);
      assertThat(calendar.working(to)).isTrue();
      assertThat(calendar.between(from, to)).isEqualTo(days);
    }
  }

  @Test
  void aFileAddsTheYearThatWasPublishedLater() {
    WorkingCalendar.Loaded loaded =
        WorkingCalendar.with(
            "2027.yaml",
            """
            years:
              - year: 2027
                source: { document: 国办发明电〔2026〕1号, date: 2026-11-20, url: "https://www.gov.cn/x" }
                free: [{ zh: 元旦, en: New Year's Day, from: 2027-01-01, to: 2027-01-04 }]
                worked: [2027-01-10]
            """);
    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.calendar().working(on("2027-01-04"))).isFalse();
    assertThat(loaded.calendar().working(on("2027-01-10"))).isTrue();
    assertThat(loaded.calendar().published(on("2027-01-10"))).isTrue();
    assertThat(loaded.calendar().published(on("2026-01-10"))).isTrue();
  }

  @Test
  void aFileWithFaultsIsReportedWithThePlaceAndAddsNothing() {
    WorkingCalendar.Loaded loaded =
        WorkingCalendar.with(
            "2027.yaml",
            """
            years:
              - year: 2027
                source: { document: x, date: soon, url: y }
                free: []
                worked: [2027-01-11]
            """);
    assertThat(loaded.faults())
        .extracting(Words::en)
        .containsExactly(
            "2027.yaml years[0].worked: 2027-01-11 (expected: a Saturday or Sunday that is not free)",
            "2027.yaml years[0].source.date: soon (expected: a date such as 2027-01-01)");
    assertThat(loaded.calendar().published(on("2027-01-10"))).isFalse();
  }

  @Test
  void aFileThatIsNotThereIsAFault() {
    WorkingCalendar.Loaded loaded = WorkingCalendar.with(Path.of("nowhere", "cn.yaml"));
    assertThat(loaded.faults().getFirst().en()).contains("not readable");
    assertThat(loaded.calendar()).isSameAs(WorkingCalendar.shipped());
  }

  @Test
  void aFileThatIsNoYamlIsAFault() {
    assertThat(WorkingCalendar.with("x.yaml", "years: [").faults()).hasSize(1);
    assertThat(WorkingCalendar.with("x.yaml", "- 1").faults()).isNotEmpty();
  }
}
