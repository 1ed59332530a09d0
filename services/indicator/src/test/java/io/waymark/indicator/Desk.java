package io.waymark.indicator;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.zaxxer.hikari.HikariDataSource;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.commands.TargetRevision;
import io.waymark.indicator.kafka.RegistryEvents;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Rejudger;
import io.waymark.indicator.postgres.RollUps;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The service's commands and queries on a database of their own, without its edges. */
final class Desk implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  final DSLContext db;
  final PlanImport plans;
  final ObservationRecording recording;
  final TargetRevision revision;
  final RegistryEvents registry;
  final Rejudger rejudger;
  final RollUps rollUps;
  final Queries queries;
  private final HikariDataSource pool = new HikariDataSource();

  Desk(Parts parts) {
    var database = parts.newDatabase();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(4);
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
    revision = new TargetRevision(db, clock, outbox, verdicts);
    registry = new RegistryEvents(clock, verdicts);
    rejudger = new Rejudger(db, clock, verdicts);
    rollUps = new RollUps(db, clock, verdicts);
    queries = new Queries(db);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  void hear(List<ReceivedEvent> events) {
    db.transaction(configuration -> registry.handle(configuration.dsl(), events));
  }

  void observe(String planId, String indicatorId, String periodEnd, String value) {
    recording.handle(
        RecordObservationRequest.newBuilder()
            .setPlanId(planId)
            .setIndicatorId(indicatorId)
            .setIdempotencyKey(planId + indicatorId + periodEnd + value)
            .setPeriodEnd(periodEnd)
            .setValue(value)
            .build(),
        Rail.PLAN_OFFICE);
  }

  Judgement inForce(String planId, String subjectId) {
    return queries.inForce(planId, subjectId).judgement();
  }

  Judgement judged(String planId, String subjectId, String asOf) {
    return queries.judgedFor(planId, subjectId, LocalDate.parse(asOf), null).judgement();
  }

  /** Everything that was announced on a topic, oldest first. */
  <T extends Message> List<T> announced(String topic, Parser<T> parser) {
    return db.fetch("select payload from outbox where topic = ? order by seq", topic)
        .map(r -> {
          try {
            return parser.parseFrom(r.get(0, byte[].class));
          } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Rows of every table: what proves that something writes nothing. */
  long rows() {
    long rows = 0;
    for (String table :
        db.fetch("select tablename from pg_tables where schemaname = 'public'")
            .map(r -> r.get(0, String.class))) {
      rows += db.fetchSingle("select count(*) from " + table).get(0, Long.class);
    }
    return rows;
  }

  @Override
  public void close() {
    rejudger.close();
    pool.close();
  }
}
