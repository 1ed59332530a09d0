package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.AlertStore.Changes;
import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelQueue;
import io.waymark.alerting.domain.ChannelQueueContract;
import io.waymark.alerting.domain.NotificationLog;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresChannelQueueTest extends ChannelQueueContract {
  private final PostgresFixture fixture;

  PostgresChannelQueueTest(Parts parts) {
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
  protected ChannelQueue queue() {
    return new PostgresChannelQueue(fixture.db());
  }

  @Override
  protected NotificationLog log() {
    return new PostgresNotificationLog(fixture.db());
  }

  @Override
  protected void store(ChannelMessage... messages) {
    fixture
        .db()
        .transaction(configuration ->
            new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(Clock.systemUTC()))
                .save(
                    new Changes(
                        List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(messages))));
  }

  @Override
  protected void end(String alertId) {
    fixture
        .db()
        .execute(
            """
            insert into alert (alert_id, kind, plan_id, subject_id, name_zh, name_en, lead_bureau_id, status, severity,
              paused, opened_at, sentence_zh, sentence_en, simulated, previous_alert_id, version)
            values (?, 'TARGET', 'p', 's', '', '', 'transport', 'RESOLVED', 'CRITICAL', false, now(), '', '', false, '', 1)
            """,
            alertId);
  }
}
