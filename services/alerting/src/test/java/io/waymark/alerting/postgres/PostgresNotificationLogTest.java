package io.waymark.alerting.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.Notification.Result;
import io.waymark.alerting.domain.NotificationLog;
import io.waymark.alerting.domain.NotificationLog.Filter;
import io.waymark.alerting.domain.NotificationLogContract;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresNotificationLogTest extends NotificationLogContract {
  private final PostgresFixture fixture;

  PostgresNotificationLogTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
  }

  @BeforeEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Override
  protected NotificationLog log() {
    return new PostgresNotificationLog(fixture.db());
  }

  @Test
  void whatWasToldCanNeitherBeChangedNorTakenAway() {
    log().append(line("m1", "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED));
    assertThatThrownBy(() -> fixture.db().execute("update notification_log set answer = 'x'"))
        .hasMessageContaining("what was told stays told");
    assertThatThrownBy(() -> fixture.db().execute("delete from notification_log"))
        .hasMessageContaining("what was told stays told");
    assertThat(log().list(Filter.ALL, new Page(10, null))).hasSize(1);
  }

  @Test
  void whoForgetsTheOldCannotTakeTheYoungAlong() {
    log().append(line("m1", "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED));
    DSLContext db = fixture.db();
    assertThatThrownBy(() ->
            db.transaction(transaction -> {
              DSLContext tx = transaction.dsl();
              tx.execute(
                  "select set_config('waymark.forget_before', '2027-06-30T01:00:00Z', true)");
              tx.execute("delete from notification_log");
            }))
        .hasMessageContaining("what was told stays told");
    // Nor does the word outlast the transaction that gave it, on whichever connection.
    log().forget(Instant.parse("2027-06-30T01:00:00Z"), 9);
    for (int connection = 0; connection < 4; connection++) {
      assertThatThrownBy(() -> db.execute("delete from notification_log"))
          .hasMessageContaining("what was told stays told");
    }
    assertThat(log().list(Filter.ALL, new Page(10, null))).hasSize(1);
  }
}
