package io.waymark.indicator;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.zaxxer.hikari.HikariDataSource;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.commands.TargetRevision;
import io.waymark.indicator.grpc.IndicatorGrpcService;
import io.waymark.indicator.kafka.RegistryEvents;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Rejudger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.indicator.postgres.Verifier;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.testkit.Database;
import io.waymark.testkit.MutableClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The service's insides on a real database, with a clock that tests set by hand. */
final class RailOnPostgres implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  final MutableClock clock = MutableClock.at("2027-03-31T01:00:00Z");
  final DSLContext db;
  final PlanImport plans;
  final ObservationRecording recording;
  final RegistryEvents registry;
  final Rejudger rejudger;
  final Queries queries;
  final Verifier verifier;

  private final HikariDataSource pool = new HikariDataSource();
  private final TargetRevision revision;
  private final AtomicInteger keys = new AtomicInteger();

  RailOnPostgres(Database database) {
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
    revision = new TargetRevision(db, clock, outbox, verdicts);
    registry = new RegistryEvents(clock, verdicts);
    rejudger = new Rejudger(db, clock, verdicts);
    queries = new Queries(db);
    verifier = new Verifier(db);
  }

  /** Moves the clock on to ten o'clock of a day. */
  RailOnPostgres on(String day) {
    clock.set(LocalDate.parse(day).atTime(10, 0).atZone(ZONE).toInstant());
    return this;
  }

  IndicatorGrpcService service() {
    return new IndicatorGrpcService(plans, recording, revision, db, clock);
  }

  RecordObservationResponse figure(String indicator, String periodEnd, String value) {
    return recording.handle(
        Rail.figure("k" + keys.incrementAndGet(), periodEnd, value).toBuilder()
            .setIndicatorId(indicator)
            .build(),
        Rail.TRANSPORT);
  }

  RecordObservationResponse simulated(String indicator, String periodEnd, String value) {
    return recording.handle(
        Rail.figure("k" + keys.incrementAndGet(), periodEnd, value).toBuilder()
            .setIndicatorId(indicator)
            .setProvenance(Provenance.PROVENANCE_SIMULATED)
            .build(),
        Rail.TRANSPORT_PLAYED);
  }

  RecordObservationResponse figure(String periodEnd, String value) {
    return figure(Rail.INDICATOR, periodEnd, value);
  }

  void hear(ReceivedEvent... events) {
    db.transaction(configuration -> registry.handle(configuration.dsl(), List.of(events)));
  }

  Judgement inForce(String subject) {
    return queries.inForce(Rail.PLAN, subject).judgement();
  }

  List<Judgement> history(String subject) {
    return queries.history(Rail.PLAN, subject);
  }

  /** Everything that was announced on a topic, oldest first. */
  <T extends Message> List<T> announced(String topic, Parser<T> parser) {
    return db.fetch("select payload from outbox where topic = ? order by seq", topic)
        .map(r -> read(parser, r.get(0, byte[].class)));
  }

  private static <T extends Message> T read(Parser<T> parser, byte[] payload) {
    try {
      return parser.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    rejudger.close();
    pool.close();
  }
}
