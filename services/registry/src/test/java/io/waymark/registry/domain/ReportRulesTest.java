package io.waymark.registry.domain;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static io.waymark.registry.Samples.draft;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.registry.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRulesTest {
  private static final ProjectState STATE =
      Projects.evolve(null, new ProjectEvent.Registered(definition(PUMP, "water")));

  @ParameterizedTest
  @CsvSource({
    "130, 130",
    "-1, -1",
    "100.5, 100.5",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void aPercentageOutsideOfZeroToHundredIsNamed(double percent, String shown) {
    assertThat(violations(Samples.draft("2027-05-31", percent)))
        .containsExactly("percent_complete: " + shown + " (expected: 0..100)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100, 99.99, -0.0})
  void aPercentageFromZeroToHundredIsTaken(double percent) {
    assertThat(violations(Samples.draft("2027-05-31", percent))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2126-01-01",
        "2027-07-01",
        "1999-12-31",
        "2027-02-30",
        "2027-6-30",
        "30/06/2027",
        "",
        "+12027-06-30",
        "２０２７-06-30",
        "2027-06-30T00:00"
      })
  void aDayThatIsNoneOrLiesAheadIsNamed(String asOf) {
    assertThat(violations(Samples.draft(asOf, 10)))
        .containsExactly(
            "as_of: " + asOf + " (expected: an ISO date from 2000-01-01 to today 2027-06-30)");
  }

  @Test
  void todayIsNotAhead() {
    assertThat(violations(Samples.draft("2027-06-30", 10))).isEmpty();
  }

  @Test
  void theExpectedFinishMayLieAheadButNotBeyondTheCentury() {
    assertThat(violations(finish("2031-01-01"))).isEmpty();
    assertThat(violations(finish("2100-01-01")))
        .containsExactly(
            "expected_finish: 2100-01-01 (expected: an ISO date from 2000-01-01 to 2099-12-31)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e5", "1,5", "0x10", "1234567890123", "1.123456789", "３.５", "+1", ".5", " 1"})
  void anAmountThatIsNoPlainDecimalIsNamed(String amount) {
    assertThat(violations(invested(amount)))
        .containsExactly(
            "invested_to_date: "
                + amount
                + " (expected: a decimal number with at most 12 digits before and 8 after the"
                + " point)");
  }

  @Test
  void aNegativeAmountIsNamed() {
    assertThat(violations(invested("-1.5")))
        .containsExactly("invested_to_date: -1.5 (expected: not negative)");
  }

  @Test
  void amountsThatAreEqualBecomeTheSameFigure() {
    assertThat(check(invested("9.50")).investedToDate()).contains(new BigDecimal("9.5"));
    assertThat(check(invested("900")).investedToDate()).contains(new BigDecimal("900"));
  }

  @Test
  void anEmptyReportSaysWhatItCouldHaveReported() {
    assertThat(
            violations(
                new ReportDraft("2027-05-31", OptionalDouble.empty(), "", "", "", " ", "", "")))
        .containsExactly(
            "report:  (expected: at least one of percent_complete, invested_to_date,"
                + " expected_finish, phase, obstacle, obstacle_kinds, attachments and"
                + " milestones_reached)");
  }

  @Test
  void aLongObstacleAndControlCharactersAreNamedAndShownSafely() {
    assertThat(violations(obstacle("难".repeat(2000)))).isEmpty();
    assertThat(violations(obstacle("难".repeat(2001))))
        .singleElement()
        .asString()
        .endsWith("… (expected: at most 2000 characters, not 2001)");
    assertThat(violations(obstacle("line\nbreak"))).isEmpty();
    assertThat(violations(obstacle("bell\u0007")))
        .containsExactly("obstacle: bell\\u0007 (expected: no control characters)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "中文", "tab\t"})
  void aKeyThatIsNotVisibleAsciiIsNamed(String key) {
    assertThat(violations(report(PUMP, key, Samples.draft("2027-05-31", 10))))
        .singleElement()
        .asString()
        .startsWith("idempotency_key: ")
        .endsWith(" (expected: 1..100 visible ASCII characters)");
  }

  @Test
  void anUnknownPhaseOrAnAssumedReportIsNamed() {
    assertThat(
            violations(
                new ReportDraft(
                    "2027-05-31", OptionalDouble.empty(), "", "", "99", "", "", "ASSUMED")))
        .containsExactly(
            "phase: 99 (expected: one of RESERVE, PREPARATION, STARTED, BUILDING, COMPLETED,"
                + " OPERATING)",
            "provenance: ASSUMED (expected: one of REPORTED, PUBLISHED, SIMULATED)");
  }

  @Test
  void onlyWhoPlaysADemoScenarioCallsAFigureSimulated() {
    ReportDraft made =
        new ReportDraft("2027-05-31", OptionalDouble.of(38), "", "", "", "", "", "SIMULATED");
    assertThat(violations(made))
        .containsExactly(
            "provenance: SIMULATED (expected: another provenance: only callers with the role"
                + " simulation report SIMULATED)");
    Requester player = new Requester(WATER.actor(), true, false, true);
    assertThat(ReportRules.check(STATE, report(PUMP, "k", made), "id", player, NOW).provenance())
        .isEqualTo(Provenance.SIMULATED);
    assertThat(
            ReportRules.check(STATE, report(PUMP, "k", draft("2027-05-31", 38)), "id", player, NOW)
                .provenance())
        .isEqualTo(Provenance.REPORTED);
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    assertThat(
            violations(
                report(
                    PUMP,
                    "",
                    new ReportDraft(
                        "2126-01-01",
                        OptionalDouble.of(130),
                        "much",
                        "soon",
                        "99",
                        "",
                        "none",
                        ""))))
        .hasSize(7);
  }

  private static ReportDraft finish(String day) {
    return new ReportDraft("2027-05-31", OptionalDouble.empty(), "", day, "", "", "", "");
  }

  private static ReportDraft invested(String amount) {
    return new ReportDraft("2027-05-31", OptionalDouble.empty(), amount, "", "", "", "", "");
  }

  private static ReportDraft obstacle(String text) {
    return new ReportDraft("2027-05-31", OptionalDouble.empty(), "", "", "", text, "", "");
  }

  private static ProgressReport check(ReportDraft draft) {
    return ReportRules.check(STATE, report(PUMP, "k", draft), "id", WATER, NOW);
  }

  private static List<String> violations(ReportDraft draft) {
    return violations(report(PUMP, "k", draft));
  }

  private static List<String> violations(ProjectCommand.Report command) {
    try {
      ReportRules.check(STATE, command, "id", WATER, NOW);
      return List.of();
    } catch (Failure failure) {
      return failure.violations().stream().map(Violation::toString).toList();
    }
  }
}
