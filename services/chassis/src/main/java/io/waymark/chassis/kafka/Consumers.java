package io.waymark.chassis.kafka;

import io.waymark.chassis.database.Database;
import io.waymark.chassis.health.HealthCheck;
import io.waymark.outbox.BatchHandler;
import io.waymark.outbox.EventConsumer;
import io.waymark.outbox.EventConsumer.Subscription;
import io.waymark.outbox.KafkaClients;
import io.waymark.outbox.OutboxMetrics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;

/** Opens the consumers of a service; they start once its database is ready. */
public final class Consumers implements HealthCheck, AutoCloseable {
  private final String bootstrap;
  private final Database database;
  private final DSLContext db;
  private final OutboxMetrics metrics;
  private final List<EventConsumer> opened = new CopyOnWriteArrayList<>();

  Consumers(String bootstrap, Database database, DSLContext db, OutboxMetrics metrics) {
    this.bootstrap = bootstrap;
    this.database = database;
    this.db = db;
    this.metrics = metrics;
  }

  /** Opens a consumer of {@code topics} whose group is {@code name}. */
  public void open(String name, List<String> topics, BatchHandler handler) {
    EventConsumer consumer =
        new EventConsumer(
            new Subscription(name, topics, "waymark." + name + ".dead-letter.v1"),
            () -> KafkaClients.consumer(bootstrap, name),
            () -> KafkaClients.producer(bootstrap),
            db,
            handler,
            metrics);
    opened.add(consumer);
    database.whenReady(consumer::start);
  }

  @Override
  public String name() {
    return "consumers";
  }

  @Override
  public Optional<String> problem() {
    return opened.stream().flatMap(consumer -> consumer.problem().stream()).findFirst();
  }

  @Override
  public void close() {
    opened.forEach(EventConsumer::close);
  }
}
