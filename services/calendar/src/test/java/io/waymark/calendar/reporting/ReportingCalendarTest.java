package io.waymark.calendar.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.Duty.Standing;
import io.waymark.calendar.reporting.Obligation.Answers;
import io.waymark.calendar.reporting.Obligation.Pause;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportingCalendarTest {
  private static final WorkingCalendar DAYS = WorkingCalendar.shipped();

  @Test
  void aMonthIsDueOnTheFifthOfTheNextOrOnTheWorkingDayAfterIt() {
    assertThat(due(Frequency.MONTHLY, "2026-05-15")).isEqualTo("2026-06-05");
    // 5 July 2026 is a Sunday; 5 October lies in the National Day holiday, which ends on the 7th
    assertThat(due(Frequency.MONTHLY, "2026-06-30")).isEqualTo("2026-07-06");
    assertThat(due(Frequency.MONTHLY, "2026-09-01")).isEqualTo("2026-10-08");
  }

  @Test
  void aQuarterAndAYearAreDueLater() {
    assertThat(due(Frequency.QUARTERLY, "2026-04-01")).isEqualTo("2026-07-10");
    assertThat(due(Frequency.YEARLY, "2025-02-01")).isEqualTo("2026-02-02");
    DueRules indicators = new DueRules(List.of(), DueRules.OF_INDICATORS);
    Period year = Frequency.YEARLY.containing(day("2025-12-31"));
    assertThat(indicators.of("gdp", year).due(year, DAYS)).isEqualTo("2026-03-31");
  }

  @Test
  void aDayThatAMonthDoesNotHaveIsItsLast() {
    Period january = Frequency.MONTHLY.containing(day("2026-01-10"));
    DueRule rule = new DueRule(Frequency.MONTHLY, 1, 31, 0);
    assertThat(rule.due(january, DAYS)).isEqualTo("2026-02-28"); // a Saturday that is worked
  }

  @Test
  void aReportIsInTimeWithinTheGraceThenLateThenMissing() {
    // May: due 5 June, in time until 8 June
    assertThat(may("2026-06-05", filing("2026-05-31", "2026-06-05"))).isEqualTo(Standing.IN_TIME);
    assertThat(may("2026-06-09", filing("2026-05-31", "2026-06-08"))).isEqualTo(Standing.IN_TIME);
    assertThat(may("2026-06-09", filing("2026-05-31", "2026-06-09"))).isEqualTo(Standing.LATE);
    assertThat(may("2026-05-30")).isEqualTo(Standing.UPCOMING);
    assertThat(may("2026-05-31")).isEqualTo(Standing.DUE);
    assertThat(may("2026-06-08")).isEqualTo(Standing.DUE);
    assertThat(may("2026-06-09")).isEqualTo(Standing.MISSING);
  }

  @Test
  void aLaterStateAnswersForTheMonthBeforeButAnEarlyOneDoesNotAnswerForTheMonthThatRuns() {
    List<Duty> duties =
        duties(
            project("2026-04-01"),
            "2026-06-20",
            filing("2026-04-30", "2026-05-04"),
            filing("2026-06-12", "2026-06-12"));
    assertThat(duties)
        .extracting(duty -> duty.period().last().getMonthValue(), Duty::standing)
        .containsExactly(
            tuple(4, Standing.IN_TIME), tuple(5, Standing.LATE), tuple(6, Standing.UPCOMING));
    assertThat(duties.get(1).daysLate(day("2026-06-20"))).isEqualTo(7);
  }

  @Test
  void aFigureOfTheNextMonthDoesNotAnswerForThisOne() {
    Obligation indicator =
        new Obligation(
            "gdp",
            Frequency.MONTHLY,
            day("2026-05-01"),
            Optional.empty(),
            List.of(),
            Answers.FIGURE);
    assertThat(duties(indicator, "2026-06-20", filing("2026-06-12", "2026-06-12")))
        .extracting(Duty::standing)
        .containsExactly(Standing.MISSING, Standing.IN_TIME);
  }

  @Test
  void nothingIsOwedBeforeTheBeginningAfterTheEndAndDuringAStop() {
    Obligation obligation =
        new Obligation(
            "pump",
            Frequency.MONTHLY,
            day("2026-02-01"),
            Optional.of(day("2026-08-20")),
            List.of(new Pause(day("2026-04-10"), Optional.of(day("2026-06-30")))),
            Answers.STATE);
    assertThat(duties(obligation, "2026-12-31"))
        .extracting(duty -> duty.period().last().toString())
        .containsExactly("2026-02-28", "2026-03-31", "2026-06-30", "2026-07-31");
  }

  @Test
  void theNextReportIsTheOldestThatHasNotCome() {
    Obligation project = project("2026-04-01");
    assertThat(next(project)).contains("2026-04-30");
    assertThat(next(project, filing("2026-04-30", "2026-05-04"))).contains("2026-05-31");
    assertThat(next(project, filing("2026-08-25", "2026-08-25"))).contains("2026-09-30");
    assertThat(next(project, filing("2026-08-10", "2026-08-10"))).contains("2026-08-31");
  }

  @Test
  void nothingComesNextDuringAStopWithoutAnEndOrAfterTheEnd() {
    Obligation stopped =
        new Obligation(
            "pump",
            Frequency.MONTHLY,
            day("2026-02-01"),
            Optional.empty(),
            List.of(new Pause(day("2026-04-10"), Optional.empty())),
            Answers.STATE);
    assertThat(next(stopped)).contains("2026-02-28");
    assertThat(next(stopped, filing("2026-03-31", "2026-03-31"))).isEmpty();
    Obligation built =
        new Obligation(
            "pump",
            Frequency.MONTHLY,
            day("2026-02-01"),
            Optional.of(day("2026-08-20")),
            List.of(),
            Answers.STATE);
    assertThat(next(built, filing("2026-06-30", "2026-06-30"))).contains("2026-07-31");
    assertThat(next(built, filing("2026-08-20", "2026-08-20"))).isEmpty();
  }

  private static Optional<String> next(Obligation obligation, Filing... filings) {
    return new ReportingCalendar(
            new DueRules(List.of(), DueRules.OF_PROJECTS), WorkingCalendar.shipped())
        .next(obligation, List.of(filings), day("2026-06-20"))
        .map(duty -> duty.period().last().toString());
  }

  @Test
  void aSubjectsOwnRuleGoesBeforeThePlansAndANewRuleLeavesThePastAlone() {
    DueRule tenth = new DueRule(Frequency.MONTHLY, 1, 10, 0);
    DueRule twentieth = new DueRule(Frequency.MONTHLY, 1, 20, 0);
    DueRules rules =
        new DueRules(
            List.of(
                new DueRules.Entry("pump", twentieth, day("2026-05-01")),
                new DueRules.Entry("", tenth, day("2026-03-01"))),
            DueRules.OF_PROJECTS);
    assertThat(rules.of("pump", month("2026-02-01")).day()).isEqualTo(5);
    assertThat(rules.of("pump", month("2026-04-01")).day()).isEqualTo(10);
    assertThat(rules.of("pump", month("2026-05-01")).day()).isEqualTo(20);
    assertThat(rules.of("metro", month("2026-05-01")).day()).isEqualTo(10);
    assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(Frequency.MONTHLY, 0, 5, 0));
  }

  @Test
  void punctualityIsToldForWhatWasDueWithinASpan() {
    Filing[] filings = {
      filing("2026-01-31", "2026-02-03"),
      filing("2026-02-28", "2026-03-05"),
      filing("2026-03-31", "2026-04-20"),
    };
    ReportingCalendar calendar =
        new ReportingCalendar(new DueRules(List.of(), DueRules.OF_PROJECTS), DAYS);
    LocalDate today = day("2026-06-03");
    List<Duty> duties =
        calendar.duties(
            project("2026-01-01"),
            List.of(filings),
            today,
            new Span(day("2026-02-15"), day("2026-06-30")));
    Punctuality punctuality = Punctuality.of(duties, today);
    assertThat(punctuality).isEqualTo(new Punctuality(1, 1, 1, 1, 13 + 28));
    assertThat(punctuality.share()).hasValue(1 / 3.0);
    assertThat(Punctuality.of(List.of(), today).share()).isEmpty();
  }

  private static String due(Frequency frequency, String day) {
    Period period = frequency.containing(day(day));
    return new DueRules(List.of(), DueRules.OF_PROJECTS)
        .of("pump", period)
        .due(period, DAYS)
        .toString();
  }

  private static Standing may(String today, Filing... filings) {
    return duties(project("2026-05-01"), today, filings).getFirst().standing();
  }

  private static List<Duty> duties(Obligation obligation, String today, Filing... filings) {
    return new ReportingCalendar(new DueRules(List.of(), DueRules.OF_PROJECTS), DAYS)
        .duties(obligation, Stream.of(filings).toList(), day(today), Span.EVER);
  }

  private static Obligation project(String from) {
    return new Obligation(
        "pump", Frequency.MONTHLY, day(from), Optional.empty(), List.of(), Answers.STATE);
  }

  private static Period month(String day) {
    return Frequency.MONTHLY.containing(day(day));
  }

  private static Filing filing(String speaksOf, String filedOn) {
    return new Filing(day(speaksOf), day(filedOn));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
