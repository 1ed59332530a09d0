package io.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
  private static final String TOPIC = "waymark.registry.project.v1";

  @TempDir Path folder;

  @Test
  void recordsTopicsAndGroupsOfAnEarlierRunAreThereAgain() throws Exception {
    int port = FreePort.find();
    try (var broker = KafkaBroker.start(folder, port)) {
      Topics.create(broker.bootstrap(), Topics.all(), 1);
      produce(broker, "first");
      produce(broker, "second");
      assertThat(consume(broker, 2)).containsExactly("first", "second");
    }
    try (var broker = KafkaBroker.start(folder, port)) {
      Topics.create(broker.bootstrap(), Topics.all(), 1);
      produce(broker, "third");
      assertThat(consume(broker, 1)).containsExactly("third");
      assertTopicsAreAsTheFileSays(broker);
    }
  }

  @Test
  void anEventOfLongAgoIsKeptByTheDateOfItsArrival() throws Exception {
    try (var broker = KafkaBroker.startTemporary()) {
      Topics.create(broker.bootstrap(), Topics.all(), 1);
      Instant before = Instant.now();
      try (var producer = producer(broker)) {
        long yearsAgo = Instant.parse("2019-01-01T00:00:00Z").toEpochMilli();
        var written = producer.send(new ProducerRecord<>(TOPIC, 0, yearsAgo, "key", "old")).get();
        assertThat(Instant.ofEpochMilli(written.timestamp())).isAfterOrEqualTo(before);
      }
    }
  }

  private static void assertTopicsAreAsTheFileSays(KafkaBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      var names = Topics.all().stream().map(Topic::name).toList();
      var descriptions = admin.describeTopics(names).allTopicNames().get();
      assertThat(Topics.all())
          .allSatisfy(topic ->
              assertThat(descriptions.get(topic.name()))
                  .extracting(description -> description.partitions().size())
                  .isEqualTo(topic.partitions()));
      var target = new ConfigResource(ConfigResource.Type.TOPIC, "waymark.indicator.target.v1");
      var configuration = admin.describeConfigs(List.of(target)).all().get().get(target);
      assertThat(configuration).isNotNull();
      assertThat(configuration.get("cleanup.policy").value()).isEqualTo("compact");
    }
  }

  private static void produce(KafkaBroker broker, String text) throws Exception {
    try (var producer = producer(broker)) {
      producer.send(new ProducerRecord<>(TOPIC, "key", text)).get();
    }
  }

  private static KafkaProducer<String, String> producer(KafkaBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static List<String> consume(KafkaBroker broker, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "group.id",
            "reader",
            "group.protocol",
            "consumer",
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      var texts = new ArrayList<String>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.add(record.value()));
            return texts.size() >= count;
          });
      consumer.commitSync();
      return texts;
    }
  }
}
