package io.waymark.indicator;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.kafka.RegistryEvents;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Rejudger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.ZoneId;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;

/** The service's commands and listeners on a database of their own; its day is 30 June 2027. */
@RealPartsTest
abstract class IndicatorOnPostgres {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final HikariDataSource pool = new HikariDataSource();
  final DSLContext db;
  final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  final PlanImport plans;
  final ObservationRecording recording;
  final RegistryEvents registry;
  final Rejudger rejudger;
  final Queries queries;

  IndicatorOnPostgres(Parts parts) {
    var database = parts.newDatabase();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/indicator")
        .load()
        .migrate();
    db = DSL.using(pool, SQLDialect.POSTGRES);
    PostgresOutbox outbox = new PostgresOutbox(clock);
    Verdicts verdicts = new Verdicts(outbox, ZONE, JudgingMetrics.NONE);
    plans = new PlanImport(db, clock, outbox, verdicts);
    recording = new ObservationRecording(db, clock, outbox, verdicts);
    registry = new RegistryEvents(clock, verdicts);
    rejudger = new Rejudger(db, clock, verdicts);
    queries = new Queries(db);
  }

  @AfterEach
  void close() {
    rejudger.close();
    pool.close();
  }

  void hear(List<ReceivedEvent> events) {
    db.transaction(configuration -> registry.handle(configuration.dsl(), events));
  }

  Judgement target() {
    return queries.inForce(Rail.PLAN, Rail.TARGET).judgement();
  }

  List<JudgementEvent> events() {
    return db.fetch(
            "select payload from outbox where topic = 'waymark.indicator.judgement.v1' order by seq")
        .map(r -> {
          try {
            return JudgementEvent.parseFrom(r.get(0, byte[].class));
          } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
