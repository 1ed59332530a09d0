package io.waymark.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.outbox.EventConsumer.Subscription;
import io.waymark.testkit.Parts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A database with an outbox, a topic, and whatever reads and writes them. */
final class Fixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2027-06-30T01:00:00Z");

  private static final AtomicInteger COUNT = new AtomicInteger();

  final HikariDataSource pool = new HikariDataSource();
  final DSLContext db;
  final String topic;
  final String deadLetters;
  final String group;
  final PostgresOutbox outbox = new PostgresOutbox(Clock.fixed(NOW, ZoneOffset.UTC));
  final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
  private final Parts parts;
  private final List<AutoCloseable> opened = new ArrayList<>();

  Fixture(Parts parts) {
    this.parts = parts;
    var database = parts.newDatabase();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Flyway.configure().dataSource(pool).locations("classpath:db/outbox").load().migrate();
    db = DSL.using(pool, SQLDialect.POSTGRES);
    int number = COUNT.incrementAndGet();
    topic = parts.newTopic("events-" + number, 3);
    deadLetters = parts.newTopic("dead-" + number, 1);
    group = parts.uniqueName("group-" + number);
  }

  OutboxRelay relay() {
    OutboxRelay relay = new OutboxRelay(pool, this::producer, "waymark/test", OutboxMetrics.NONE);
    opened.add(relay);
    relay.start();
    return relay;
  }

  EventConsumer consumer(BatchHandler handler) {
    return consumer(handler, OutboxMetrics.NONE);
  }

  EventConsumer consumer(BatchHandler handler, OutboxMetrics metrics) {
    EventConsumer consumer =
        new EventConsumer(
            new Subscription(group, List.of(topic), deadLetters),
            () -> KafkaClients.consumer(parts.kafkaBootstrap(), group),
            this::producer,
            db,
            handler,
            metrics);
    opened.add(consumer);
    consumer.start();
    return consumer;
  }

  org.apache.kafka.clients.producer.Producer<String, byte[]> producer() {
    return KafkaClients.producer(parts.kafkaBootstrap());
  }

  /** Remembers what it is given. */
  void remember(DSLContext tx, List<ReceivedEvent> events) {
    received.addAll(events);
  }

  void append(String key, String... texts) {
    db.transaction(configuration -> {
      for (String text : texts) {
        outbox.append(configuration.dsl(), List.of(message(key, text)));
      }
    });
  }

  OutboxMessage message(String key, String text) {
    return new OutboxMessage(topic, key, "test.Event", text.getBytes(UTF_8));
  }

  List<String> receivedTexts() {
    return received.stream().map(event -> new String(event.payload(), UTF_8)).toList();
  }

  /** Reads a topic from its beginning until {@code count} records came. */
  List<ConsumerRecord<String, byte[]>> read(String from, int count) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (Consumer<String, byte[]> consumer =
        KafkaClients.consumer(parts.kafkaBootstrap(), group + "-reader-" + from)) {
      consumer.subscribe(List.of(from));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            return records.size() >= count;
          });
    }
    return records;
  }

  static String header(ConsumerRecord<String, byte[]> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
    pool.close();
  }
}
