package io.waymark.outbox;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens Kafka clients with the settings that our promises need. */
public final class KafkaClients {
  private KafkaClients() {}

  /** An idempotent producer that asks all in-sync replicas. */
  public static Producer<String, byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", bootstrap,
            "acks", "all",
            "enable.idempotence", true,
            "compression.type", "lz4",
            "linger.ms", 0,
            "max.block.ms", 10_000,
            "request.timeout.ms", 5_000,
            "delivery.timeout.ms", 15_000,
            "reconnect.backoff.max.ms", 1_000),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** A consumer of the new group protocol (KIP-848) that starts at the beginning. */
  public static Consumer<String, byte[]> consumer(String bootstrap, String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "group.id",
            group,
            "group.protocol",
            "consumer",
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false,
            "allow.auto.create.topics",
            false,
            "max.poll.records",
            500,
            "fetch.max.wait.ms",
            100,
            "reconnect.backoff.max.ms",
            1_000,
            "metadata.max.age.ms",
            10_000),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
