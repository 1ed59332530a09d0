package io.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What every infrastructure promises; run by the embedded one and, where Docker is, by containers.
 */
@RealPartsTest
abstract class RealPartsContract {
  private final Parts parts;

  RealPartsContract(Parts parts) {
    this.parts = parts;
  }

  @Test
  void theDatabaseIsPostgres18EmptyAndDurable() throws Exception {
    assertThat(query("show server_version")).startsWith("18");
    assertThat(query("show fsync")).isEqualTo("on");
    assertThat(
            query("select count(*) from information_schema.tables where table_schema = 'public'"))
        .isEqualTo("0");
  }

  @Test
  void anotherDatabaseIsAnother() {
    assertThat(parts.newDatabase().url()).isNotEqualTo(parts.database().url());
    assertThat(parts.database()).isEqualTo(parts.database());
  }

  @Test
  void whatIsProducedIsConsumed() throws Exception {
    String topic = parts.newTopic("figures", 2);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            parts.kafkaBootstrap(),
            "group.id",
            parts.uniqueName("reader"),
            "auto.offset.reset",
            "earliest");
    try (var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", parts.kafkaBootstrap()),
                new StringSerializer(),
                new StringSerializer());
        var consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      producer.send(new ProducerRecord<>(topic, "rail-transit-length-2030", "645")).get();
      consumer.subscribe(List.of(topic));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
    }
  }

  @Test
  void waymarksTopicsMayBeAskedForTwice() {
    parts.createWaymarkTopics();
    parts.createWaymarkTopics();
  }

  private String query(String sql) throws Exception {
    try (var connection = parts.database().connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
