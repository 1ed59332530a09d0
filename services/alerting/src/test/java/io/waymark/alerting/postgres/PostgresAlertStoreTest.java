package io.waymark.alerting.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.AlertStoreContract;
import io.waymark.alerting.domain.TestRules;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AlertEvent;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresAlertStoreTest extends AlertStoreContract {
  private final PostgresOutbox outbox = new PostgresOutbox(Clock.systemUTC());
  private final PostgresFixture fixture;
  private final DSLContext db;

  PostgresAlertStoreTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    db = fixture.db();
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
    return db.transactionResult(
        configuration -> work.apply(new PostgresAlertStore(configuration.dsl(), outbox)));
  }

  @Override
  protected List<String> recipients() {
    return db.fetch("select recipient from mail order by queued_at, mail_id")
        .getValues(0, String.class);
  }

  @Test
  void everyTransitionIsAppendedAndAnnounced() throws InvalidProtocolBufferException {
    AlertDesk desk =
        new AlertDesk(
            mailing -> List.of(), TestRules.SHIPPED, Clock.systemUTC(), InstantSource.system());
    inTransaction(store -> {
      desk.judged(store, List.of(new SubjectJudged(Verdicts.rail().build(), "e", Instant.EPOCH)));
      return true;
    });
    assertThat(db.fetchCount(table("alert_transition"))).isEqualTo(1);
    byte[] payload =
        Objects.requireNonNull(
            db.fetchSingle("select topic, payload from outbox").get("payload", byte[].class));
    AlertEvent event = AlertEvent.parseFrom(payload);
    assertThat(event.getTransition().getAction()).isEqualTo("opened");
    assertThat(event.getAlert().getSubjectId()).isEqualTo("rail-transit-length-2030");
  }
}
