package io.waymark.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox table to Kafka, in the order of its sequence.
 *
 * <p>One relay is active per database: it holds a session advisory lock, and others wait for it.
 * Rows are deleted after the broker has acknowledged them, so a crash in between publishes them
 * again; consumers drop the repeat. Since rows go when they are published, a row that commits late
 * with a lower sequence number is never skipped.
 */
public final class OutboxRelay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final long LOCK = 0x5741594d41524bL; // "WAYMARK"
  private static final int BATCH = 500;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final Supplier<Producer<String, byte[]>> connect;
  private final String source;
  private final OutboxMetrics metrics;
  private final Semaphore wake = new Semaphore(0);
  private final Trouble trouble = new Trouble();
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * Creates a relay; {@link #start} starts it.
   *
   * @param dataSource the database that holds the outbox table
   * @param connect opens an idempotent producer with acks=all
   * @param source value of the ce_source header, for example "waymark/registry"
   * @param metrics told what happens
   */
  public OutboxRelay(
      DataSource dataSource,
      Supplier<Producer<String, byte[]>> connect,
      String source,
      OutboxMetrics metrics) {
    this.dataSource = dataSource;
    this.connect = connect;
    this.source = source;
    this.metrics = metrics;
    this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
  }

  /** Starts publishing. */
  public void start() {
    thread.start();
  }

  /** Says that a transaction has committed: the relay looks now instead of at its next poll. */
  public void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  /** What keeps the relay from publishing; empty if nothing does. */
  public Optional<String> problem() {
    return trouble.now();
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running) {
      try (Connection connection = dataSource.getConnection();
          Producer<String, byte[]> producer = connect.get()) {
        publishWhileLeading(connection, producer);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | DataAccessException | KafkaException | ExecutionException e) {
        trouble.is(e);
        log.warn("outbox relay waits: {}", trouble.now().orElse(""));
        if (!pause(BACK_OFF)) {
          return;
        }
      }
    }
  }

  private void publishWhileLeading(Connection connection, Producer<String, byte[]> producer)
      throws InterruptedException, ExecutionException, SQLException {
    DSLContext db = DSL.using(connection, SQLDialect.POSTGRES);
    while (running && !tryLead(db)) {
      trouble.over();
      awaitWake(BACK_OFF);
    }
    try {
      while (running) {
        int published = publishBatch(db, producer);
        trouble.over();
        if (published < BATCH) {
          awaitWake(POLL);
        }
      }
    } finally {
      resign(db);
    }
  }

  private static boolean tryLead(DSLContext db) {
    return Boolean.TRUE.equals(
        db.fetchSingle("select pg_try_advisory_lock(?)", LOCK).get(0, Boolean.class));
  }

  private static void resign(DSLContext db) {
    try {
      db.execute("select pg_advisory_unlock(?)", LOCK);
    } catch (DataAccessException e) {
      log.debug("the lock went with its connection", e);
    }
  }

  private int publishBatch(DSLContext db, Producer<String, byte[]> producer)
      throws InterruptedException, ExecutionException {
    List<Row> rows = db.fetch(SELECT, BATCH).map(r -> r.into(Row.class));
    tellDepth(db, rows.size());
    if (!rows.isEmpty()) {
      List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
      rows.forEach(row -> sent.add(producer.send(toRecord(row))));
      producer.flush();
      for (Future<RecordMetadata> future : sent) {
        future.get();
      }
      db.execute(
          "delete from outbox where seq = any(?)",
          (Object) rows.stream().map(Row::seq).toArray(Long[]::new));
      metrics.published(rows.size());
      tellDepth(db, 0);
    }
    return rows.size();
  }

  /** A full batch means that more may wait: then it is worth a count. */
  private void tellDepth(DSLContext db, int read) {
    metrics.depth(read < BATCH ? read : db.fetchCount(DSL.table("outbox")));
  }

  private static final String SELECT =
      """
      select seq, event_id, topic, key, type, payload, occurred_at, traceparent
      from outbox order by seq limit ?
      """;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(
      long seq,
      UUID eventId,
      String topic,
      String key,
      String type,
      byte[] payload,
      OffsetDateTime occurredAt,
      @Nullable String traceparent) {}

  private ProducerRecord<String, byte[]> toRecord(Row row) {
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(row.topic(), row.key(), row.payload());
    event
        .headers()
        .add(Headers.SPEC_VERSION, Headers.bytes("1.0"))
        .add(Headers.ID, Headers.bytes(row.eventId().toString()))
        .add(Headers.TYPE, Headers.bytes(row.type()))
        .add(Headers.SOURCE, Headers.bytes(source))
        .add(Headers.TIME, Headers.bytes(row.occurredAt().toInstant().toString()))
        .add(Headers.CONTENT_TYPE, Headers.bytes("application/protobuf"));
    if (row.traceparent() != null) {
      event.headers().add(Headers.TRACEPARENT, Headers.bytes(row.traceparent()));
    }
    return event;
  }

  private void awaitWake(Duration atMost) throws InterruptedException {
    if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private boolean pause(Duration time) {
    try {
      awaitWake(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
