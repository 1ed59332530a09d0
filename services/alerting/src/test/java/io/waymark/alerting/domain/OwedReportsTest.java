package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.Resolve;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports that are owed and do not come: the reporter is asked first, his superior next. */
class OwedReportsTest {
  private static final Actor LI = new Actor("li", true, "transport", "cli");

  private final City city =
      new City("2027-05-03T01:00:00Z")
          .bureau("transport", "supervision", "li@b.example")
          .bureau("supervision", "", "wang@b.example");

  private City mayIsOwed() {
    city.judge(Verdicts.line().overall(Light.ON_TRACK));
    return city.owes(Verdicts.LINE, "2027-05", "2027-06-07", "2027-06-10");
  }

  @Test
  void whoeverDoesNotReportInTimeIsAskedOnTheNextWorkingDayAndHisSuperiorNext() {
    mayIsOwed().until("2027-06-10T23:00:00");
    assertThat(city.log()).isEmpty();
    city.until("2027-07-01T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2027-06-11 SILENT to li",
            "2027-06-16 REMINDER to li",
            "2027-06-23 REMINDER to li",
            "2027-06-25 SUPERVISION to li,wang",
            "2027-07-01 MONTHLY_DIGEST of 1 to li");
    Alert alert = city.alert(Verdicts.LINE);
    assertThat(alert.care().concern()).isEqualTo(Concern.SILENCE);
    assertThat(Objects.requireNonNull(alert.care().overdue()).due()).isEqualTo("2027-06-07");
  }

  @Test
  void theReportEndsTheAlertAndWhoeverHeardOfItHearsSo() {
    mayIsOwed().until("2027-06-25T10:00:00");
    city.judge(Verdicts.line().overall(Light.ON_TRACK));
    assertThat(city.alert(Verdicts.LINE).status())
        .as("a judgement alone is no report")
        .isEqualTo(AlertStatus.OPEN);
    city.owes(Verdicts.LINE, "2027-06", "2027-07-05", "2027-07-08");
    assertThat(city.alert(Verdicts.LINE).status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(city.log()).last().isEqualTo("2027-06-25 RECOVERED to li cc wang");
    Transition step = city.store.moves().getLast().transition();
    assertThat(step.action()).isEqualTo(Action.RESOLVED);
    assertThat(step.causeEventId()).isEqualTo("duty-2");
  }

  @Test
  void aReportInTimeLeadsToNothing() {
    mayIsOwed().until("2027-06-05T10:00:00");
    city.owes(Verdicts.LINE, "2027-06", "2027-07-05", "2027-07-08").until("2027-07-08T10:00:00");
    assertThat(city.log()).isEmpty();
  }

  @Test
  void theNextMonthThatIsMissedIsANewRecordLinkedToTheOld() {
    mayIsOwed().until("2027-06-11T10:00:00");
    String first = city.alert(Verdicts.LINE).alertId();
    city.owes(Verdicts.LINE, "2027-06", "2027-07-05", "2027-07-08").until("2027-07-09T10:00:00");
    assertThat(city.alert(Verdicts.LINE).alertId()).isNotEqualTo(first);
    assertThat(city.alert(Verdicts.LINE).previousAlertId()).isEqualTo(first);
  }

  @Test
  void anAlertThatStandsForAnotherReasonIsToldOfItAndItsEndLeavesTheReportToBeAskedFor() {
    city.judge(Verdicts.line());
    city.owes(Verdicts.LINE, "2027-05", "2027-06-07", "2027-06-10");
    city.obey(Verdicts.LINE, new Acknowledge(LI, "在查", LocalDate.parse("2027-07-30")));
    city.mailings.clear();
    city.until("2027-06-11T10:00:00");
    assertThat(city.log()).last().isEqualTo("2027-06-11 SILENT to li");
    assertThat(city.alert(Verdicts.LINE).status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThat(city.store.moves().getLast().transition().action()).isEqualTo(Action.OVERDUE);
    city.judge(Verdicts.line().overall(Light.ON_TRACK));
    city.until("2027-06-11T11:00:00");
    assertThat(city.log())
        .endsWith("2027-06-11 RECOVERED to li cc wang", "2027-06-11 SILENT to li");
    assertThat(city.alert(Verdicts.LINE).care().concern()).isEqualTo(Concern.SILENCE);
  }

  @Test
  void moreTimeTakesTheAlertBack() {
    mayIsOwed().until("2027-06-11T10:00:00");
    city.owes(Verdicts.LINE, "2027-05", "2027-06-15", "2027-06-20");
    assertThat(city.alert(Verdicts.LINE).status()).isEqualTo(AlertStatus.RESOLVED);
    city.until("2027-06-21T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2027-06-11 SILENT to li", "2027-06-11 RECOVERED to li", "2027-06-21 SILENT to li");
  }

  @Test
  void whoeverEndedItByHandIsNotAskedForTheSameReportAgain() {
    mayIsOwed().until("2027-06-11T10:00:00");
    city.obey(Verdicts.LINE, new Resolve(LI, "本月停报，已商规划处"));
    city.mailings.clear();
    city.until("2027-06-30T10:00:00");
    assertThat(city.log()).isEmpty();
  }

  @Test
  void whileTheWorksStandNobodyIsAsked() {
    mayIsOwed();
    city.judge(Verdicts.line().overall(Light.SUSPENDED)).until("2027-06-30T10:00:00");
    assertThat(city.log()).isEmpty();
  }

  @Test
  void whatIsNotJudgedYetWaitsForItsFirstVerdict() {
    city.owes(Verdicts.LINE, "2027-05", "2027-06-07", "2027-06-10").until("2027-06-15T10:00:00");
    assertThat(city.log()).isEmpty();
    city.judge(Verdicts.line().overall(Light.ON_TRACK)).until("2027-06-16T10:00:00");
    assertThat(city.log()).containsExactly("2027-06-16 SILENT to li");
  }

  @Test
  void anOlderDutyIsIgnored() {
    mayIsOwed();
    city.desk.dutiesTold(
        city.store,
        Map.of(
            Verdicts.LINE,
            List.of(
                new AlertCommand.DutyTold(
                    1, null, "old", city.clock.instant(), city.clock.instant()))));
    city.until("2027-06-11T10:00:00");
    assertThat(city.log()).containsExactly("2027-06-11 SILENT to li");
  }
}
