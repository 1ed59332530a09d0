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
import java.time.OffsetDateTime;
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
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2027-06-30T01:00:00Z");

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

  /** The planner has to be able to: on a small table it would rather read all of it. */
  @Test
  void whatIsDueComesFromTwoIndexesAndNotFromALoopOverEverything() {
    String plan =
        db.transactionResult(configuration -> {
          DSLContext tx = configuration.dsl();
          tx.execute("set local enable_seqscan = off");
          return tx.fetch("explain " + Locks.DUE, NOW, 200, NOW, 200, 200).format(1000);
        });
    assertThat(plan).contains("alert_due", "subject_owed").doesNotContain("Seq Scan on alert");
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
