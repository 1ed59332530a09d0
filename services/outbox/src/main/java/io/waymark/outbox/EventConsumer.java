package io.waymark.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics and hands each poll's new events to a {@link BatchHandler} in one transaction.
 *
 * <p>Offsets are committed after the transaction; the inbox drops what comes again. While the
 * database is away the batch is held and tried again; an event that fails for any other reason goes
 * to the dead letter and the next one follows.
 */
public final class EventConsumer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);
  private static final Duration PRUNE_EVERY = Duration.ofHours(1);
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final Duration INBOX_AGE = Duration.ofDays(100);

  /**
   * What a consumer is.
   *
   * @param name consumer group and inbox name, for example "indicator"
   * @param topics what it reads
   * @param deadLetterTopic where it leaves what it cannot handle
   */
  public record Subscription(String name, List<String> topics, String deadLetterTopic) {}

  private final Subscription subscription;
  private final Supplier<Consumer<String, byte[]>> connect;
  private final DSLContext db;
  private final BatchHandler handler;
  private final OutboxMetrics metrics;
  private final Inbox inbox;
  private final DeadLetters deadLetters;
  private final Trouble trouble = new Trouble();
  private final Thread thread;
  private volatile boolean running = true;
  private volatile @Nullable Consumer<String, byte[]> current;
  private Instant prunedAt = Instant.EPOCH;

  /**
   * Creates a consumer; {@link #start} starts it.
   *
   * @param connect opens a Kafka consumer of the subscription's group, auto-commit off
   * @param producer opens the producer for dead letters when the first one occurs
   */
  public EventConsumer(
      Subscription subscription,
      Supplier<Consumer<String, byte[]>> connect,
      Supplier<Producer<String, byte[]>> producer,
      DSLContext db,
      BatchHandler handler,
      OutboxMetrics metrics) {
    this.subscription = subscription;
    this.connect = connect;
    this.db = db;
    this.handler = handler;
    this.metrics = metrics;
    this.inbox = new Inbox(subscription.name());
    this.deadLetters = new DeadLetters(producer, subscription.deadLetterTopic());
    this.thread =
        Thread.ofPlatform().name("consume-" + subscription.name()).daemon().unstarted(this::run);
    trouble.is("not connected yet");
  }

  /** Starts reading. */
  public void start() {
    thread.start();
  }

  /** What keeps the consumer from reading; empty if nothing does. */
  public Optional<String> problem() {
    return trouble.now();
  }

  @Override
  public void close() {
    running = false;
    Consumer<String, byte[]> reading = current;
    if (reading != null) {
      // Not an interrupt: the consumer must still leave its group, or its partitions wait.
      reading.wakeup();
    }
    try {
      if (!thread.join(GOODBYE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deadLetters.close();
  }

  private void run() {
    while (running) {
      try (Consumer<String, byte[]> consumer = connect.get()) {
        current = consumer;
        consumer.subscribe(subscription.topics());
        while (running) {
          readOnce(consumer);
        }
      } catch (InterruptException | WakeupException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (KafkaException | ExecutionException e) {
        trouble.is(e);
        log.warn("consumer {} reconnects: {}", subscription.name(), trouble.now().orElse(""));
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void readOnce(Consumer<String, byte[]> consumer)
      throws InterruptedException, ExecutionException {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    if (!consumer.assignment().isEmpty()) {
      trouble.over();
    }
    if (!polled.isEmpty()) {
      tellLag(consumer, polled);
      List<ConsumerRecord<String, byte[]>> events = new ArrayList<>(polled.count());
      polled.forEach(events::add);
      handleHolding(consumer, events);
      consumer.commitSync();
    }
    tellLag(consumer, ConsumerRecords.empty());
    prune();
  }

  /** Handles the batch; while the database is away, keeps the group membership alive and waits. */
  private void handleHolding(
      Consumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> events)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        handle(events);
        return;
      } catch (RuntimeException e) {
        if (!Transience.isTransient(e)) {
          throw e;
        }
        trouble.is(e);
        log.warn("consumer {} waits: {}", subscription.name(), trouble.now().orElse(""));
        Collection<TopicPartition> assigned = consumer.assignment();
        consumer.pause(assigned);
        consumer.poll(BACK_OFF);
        Thread.sleep(BACK_OFF);
        consumer.resume(consumer.assignment());
      }
    }
  }

  private void handle(List<ConsumerRecord<String, byte[]>> events)
      throws InterruptedException, ExecutionException {
    try {
      handleTogether(events);
    } catch (RuntimeException e) {
      if (Transience.isTransient(e)) {
        throw e;
      }
      if (events.size() == 1) {
        giveUp(events.getFirst(), e);
        return;
      }
      for (ConsumerRecord<String, byte[]> event : events) {
        handle(List.of(event));
      }
    }
  }

  private void handleTogether(List<ConsumerRecord<String, byte[]>> events) {
    UUID[] ids = events.stream().map(EventConsumer::id).toArray(UUID[]::new);
    int handled =
        db.transactionResult(configuration -> {
          DSLContext tx = configuration.dsl();
          Set<UUID> fresh = inbox.claim(tx, ids);
          List<ReceivedEvent> toHandle = new ArrayList<>(fresh.size());
          for (int i = 0; i < ids.length; i++) {
            if (fresh.remove(ids[i])) {
              toHandle.add(received(ids[i], events.get(i)));
            }
          }
          if (!toHandle.isEmpty()) {
            handler.handle(tx, toHandle);
          }
          return toHandle.size();
        });
    metrics.consumed(subscription.name(), handled, events.size() - handled);
  }

  private void giveUp(ConsumerRecord<String, byte[]> event, RuntimeException cause)
      throws InterruptedException, ExecutionException {
    log.error(
        "consumer {} cannot handle {}-{}@{}: it goes to {}",
        subscription.name(),
        event.topic(),
        event.partition(),
        event.offset(),
        subscription.deadLetterTopic(),
        cause);
    deadLetters.keep(event, cause);
    metrics.deadLettered(subscription.name());
  }

  private static UUID id(ConsumerRecord<String, byte[]> event) {
    String id = Headers.text(event, Headers.ID);
    if (id == null) {
      // A record from elsewhere has no id: its place in the log is one.
      String place = event.topic() + '-' + event.partition() + '@' + event.offset();
      return UUID.nameUUIDFromBytes(Headers.bytes(place));
    }
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      return UUID.nameUUIDFromBytes(Headers.bytes(id));
    }
  }

  private static ReceivedEvent received(UUID id, ConsumerRecord<String, byte[]> event) {
    String type = Headers.text(event, Headers.TYPE);
    String time = Headers.text(event, Headers.TIME);
    return new ReceivedEvent(
        id.toString(),
        event.topic(),
        event.key() == null ? "" : event.key(),
        type == null ? "" : type,
        event.value() == null ? new byte[0] : event.value(),
        time == null ? Instant.ofEpochMilli(event.timestamp()) : Instant.parse(time),
        Instant.ofEpochMilli(event.timestamp()),
        Headers.text(event, Headers.TRACEPARENT));
  }

  /** What is in hand is not done yet: it counts as well. */
  private void tellLag(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> inHand) {
    for (String topic : subscription.topics()) {
      long lag =
          consumer.assignment().stream()
              .filter(partition -> partition.topic().equals(topic))
              .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
              .sum();
      long held =
          inHand.partitions().stream()
              .filter(partition -> partition.topic().equals(topic))
              .mapToLong(partition -> inHand.records(partition).size())
              .sum();
      metrics.lag(subscription.name(), topic, lag + held);
    }
  }

  private void prune() {
    Instant now = Instant.now();
    if (prunedAt.plus(PRUNE_EVERY).isAfter(now)) {
      return;
    }
    prunedAt = now;
    try {
      Inbox.prune(db, INBOX_AGE);
    } catch (RuntimeException e) {
      log.warn("the inbox is not pruned this hour", e);
    }
  }

  private boolean pause() {
    try {
      Thread.sleep(BACK_OFF);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
