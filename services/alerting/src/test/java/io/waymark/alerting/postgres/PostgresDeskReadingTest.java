package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.DeskReadingContract;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDeskReadingTest extends DeskReadingContract {
  private final PostgresOutbox outbox = new PostgresOutbox(Clock.systemUTC());
  private final PostgresFixture fixture;

  PostgresDeskReadingTest(Parts parts) {
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
  protected <T> T inTransaction(Function<AlertStore, T> work) {
    return fixture
        .db()
        .transactionResult(
            configuration -> work.apply(new PostgresAlertStore(configuration.dsl(), outbox)));
  }

  @Override
  protected List<String> recipients() {
    return fixture
        .db()
        .fetch("select recipient from mail order by queued_at, mail_id")
        .getValues(0, String.class);
  }
}
