package io.waymark.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.MemoryNotificationLog;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.NotificationLog;
import io.waymark.alerting.domain.NotificationLog.Filter;
import io.waymark.alerting.domain.Retention;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private final MutableClock clock = MutableClock.at("2033-01-10T01:00:00Z");
  private final MutableClock system = MutableClock.at("2033-01-10T01:00:00Z");
  private final NotificationLog log = new MemoryNotificationLog();

  @Test
  void aPlansYearsAndItsEvaluationsAreKeptAndWhatIsOlderGoes() {
    told("2026-01-09T01:00:00Z", "2026-01-11T01:00:00Z", "2032-12-31T01:00:00Z");
    assertThat(keeping(Retention.USUAL_DAYS).round()).isEqualTo(1);
    assertThat(days()).containsExactly("2032-12-31", "2026-01-11");
  }

  @Test
  void manyGoInBatchesRoundAfterRoundAndThenItRests() {
    for (int i = 0; i <= Housekeeping.BATCH; i++) {
      told(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i).toString());
    }
    Housekeeping housekeeping = keeping(400);
    assertThat(housekeeping.round()).isEqualTo(Housekeeping.BATCH);
    assertThat(housekeeping.round()).isEqualTo(1);
    told("2020-02-01T00:00:00Z");
    assertThat(housekeeping.round()).isZero();
    system.advance(Housekeeping.EVERY.minus(Duration.ofMillis(1)));
    assertThat(housekeeping.round()).isZero();
    system.advance(Duration.ofMillis(1));
    assertThat(housekeeping.round()).isEqualTo(1);
  }

  @Test
  void zeroKeepsAllForEver() {
    told("1999-12-31T00:00:00Z");
    assertThat(keeping(0).round()).isZero();
    assertThat(days()).containsExactly("1999-12-31");
  }

  @Test
  void lessThanAYearIsRefused() {
    assertThatThrownBy(() -> new Retention(365))
        .hasMessage("WAYMARK_NOTIFICATIONS_KEEP_DAYS: 365 (expected: 0 for ever, or at least 366)");
    assertThatThrownBy(() -> new Retention(-1)).hasMessageContaining("-1");
    assertThatCode(() -> new Retention(366)).doesNotThrowAnyException();
  }

  private Housekeeping keeping(int days) {
    return new Housekeeping(log, new Retention(days), clock, system);
  }

  private List<String> days() {
    return log.list(Filter.ALL, new Page(9, null)).stream()
        .map(line -> line.at().toString().substring(0, 10))
        .toList();
  }

  private void told(String... times) {
    for (String time : times) {
      Instant at = Instant.parse(time);
      log.append(
          new Notification(
              0,
              at,
              at,
              Notification.MAIL,
              "mail-" + time,
              "<" + time + "@waymark.example>",
              "a@wuhan.example",
              "transport",
              List.of(),
              List.of(),
              "【■滞后】轨道交通",
              1,
              Notification.Result.ACCEPTED,
              "250 2.0.0 ok"));
    }
  }
}
