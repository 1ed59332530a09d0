package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Months on a clock that is moved by hand, told mail by mail. */
class YearOfAPlanTest {
  private static final Actor LI_WEI = new Actor("li.wei", true, "transport", "cli");

  private final City city =
      new City("2026-01-05T01:00:00Z")
          .bureau("transport", "supervision", "li@b.example")
          .bureau("supervision", "", "wang@b.example");

  @Test
  void aYearOfOneTargetIsToldMailByMail() {
    city.judge(Verdicts.rail().overall(Light.AT_RISK));
    city.until("2026-02-03T10:00:00").judge(Verdicts.rail());
    city.until("2026-02-06T10:00:00").obey(Verdicts.RAIL, new Acknowledge(LI_WEI, "在查", null));
    // The Spring Festival lies between: ten working days end on 28 February, a Saturday that is
    // worked.
    city.until("2026-03-05T10:00:00");
    city.obey(Verdicts.RAIL, new PlanAction(LI_WEI, "增加两台盾构机", LocalDate.parse("2026-05-29")));
    city.until("2026-06-10T10:00:00");
    city.judge(Verdicts.rail().overall(Light.AT_RISK));
    city.until("2026-06-20T10:00:00");
    city.judge(Verdicts.rail().overall(Light.ON_TRACK).chance(0.8).expectedGap(2));
    city.until("2026-12-31T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2026-01-05 OPENED to li",
            "2026-01-12 REMINDER to li",
            "2026-01-26 REMINDER to li",
            "2026-02-02 MONTHLY_DIGEST of 1 to li",
            "2026-02-02 SUPERVISION to li cc wang",
            "2026-02-03 ESCALATED to li",
            "2026-02-06 REMINDER to li",
            "2026-03-02 MONTHLY_DIGEST of 1 to li",
            "2026-03-02 SUPERVISION to li,wang",
            "2026-03-05 SUPERVISION to li,wang",
            "2026-04-01 MONTHLY_DIGEST of 1 to li",
            "2026-05-06 MONTHLY_DIGEST of 1 to li",
            "2026-06-01 MONTHLY_DIGEST of 1 to li",
            "2026-06-01 REMINDER to li",
            "2026-06-04 REMINDER to li",
            "2026-06-18 REMINDER to li",
            "2026-06-20 RECOVERED to li cc wang");
  }
}
