package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What channels beside mail hear: what the mails say, once, whoever reads them when. */
class CircularTest {
  private static final Actor LI = new Actor("li", true, "transport", "cli");

  private final City city =
      new City("2027-06-30T22:00:00Z").bureau("transport", "", "li@b.example", "wu@b.example");

  @Test
  void oneCircularTellsOfAllThatTheBureausMailTellsOf() {
    city.judge(Verdicts.of("a"), Verdicts.of("b"), Verdicts.of("c"));
    assertThat(city.mailings).hasSize(1);
    assertThat(city.circulars).hasSize(1);
    assertThat(city.circulars.getFirst().notices()).hasSize(3);
    assertThat(city.circulars.getFirst().bureau().bureauId()).isEqualTo("transport");
  }

  @Test
  void quietHoursHoldMailsAndNoCircularAndNothingIsToldTwice() {
    for (String address : List.of("li@b.example", "wu@b.example")) {
      city.desk.prefer(
          city.store,
          new Preference(
              address,
              Severity.WARNING,
              Preference.Digest.NONE,
              LocalTime.of(0, 30),
              LocalTime.of(8, 30)),
          LI,
          true);
    }
    city.judge(Verdicts.of("a").overall(Light.AT_RISK));
    assertThat(city.mailings).isEmpty();
    assertThat(city.circulars).hasSize(1);
    city.until("2027-07-01T09:00:00");
    assertThat(city.mailings).isNotEmpty();
    assertThat(city.circulars).hasSize(1);
  }

  @Test
  void whoeverReadsDigestsOnlyKeepsNothingFromTheChannels() {
    for (String address : List.of("li@b.example", "wu@b.example")) {
      city.desk.prefer(
          city.store,
          new Preference(address, null, Preference.Digest.WEEKLY, null, null),
          LI,
          true);
    }
    city.judge(Verdicts.of("a").overall(Light.AT_RISK));
    assertThat(city.mailings).isEmpty();
    assertThat(city.circulars)
        .singleElement()
        .satisfies(circular ->
            assertThat(circular.notices().getFirst().kind()).isEqualTo(NoticeKind.OPENED));
  }

  @Test
  void recoveriesAreHeardAndDigestsAreNot() {
    city.judge(Verdicts.of("a"));
    city.judge(Verdicts.of("a").overall(Light.ON_TRACK));
    assertThat(city.circulars)
        .extracting(circular -> circular.notices().getFirst().kind())
        .containsExactly(NoticeKind.OPENED, NoticeKind.RECOVERED);
  }
}
