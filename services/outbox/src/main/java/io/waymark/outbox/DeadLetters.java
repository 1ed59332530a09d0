package io.waymark.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Keeps what a consumer cannot handle, with the cause, in a topic of its own. */
final class DeadLetters implements AutoCloseable {
  private final Supplier<Producer<String, byte[]>> connect;
  private final String topic;
  private @Nullable Producer<String, byte[]> producer;

  DeadLetters(Supplier<Producer<String, byte[]>> connect, String topic) {
    this.connect = connect;
    this.topic = topic;
  }

  /** Returns when the broker has the event; its own headers stay, the cause is added. */
  void keep(ConsumerRecord<String, byte[]> event, Throwable cause)
      throws InterruptedException, ExecutionException {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(topic, null, event.key(), event.value(), event.headers());
    letter
        .headers()
        .add("waymark_cause", Headers.bytes(String.valueOf(cause)))
        .add("waymark_topic", Headers.bytes(event.topic()))
        .add("waymark_partition", Headers.bytes(Integer.toString(event.partition())))
        .add("waymark_offset", Headers.bytes(Long.toString(event.offset())));
    producer().send(letter).get();
  }

  private synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      producer = connect.get();
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }
}
