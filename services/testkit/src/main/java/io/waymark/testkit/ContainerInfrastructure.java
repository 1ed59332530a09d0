package io.waymark.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The vendors' images; the mail sink stays in this JVM, since the tests read what it got. */
final class ContainerInfrastructure extends Infrastructure {
  private final Started<PostgreSQLContainer> postgres =
      new Started<>(ContainerInfrastructure::startPostgres);
  private final Started<KafkaContainer> kafka = new Started<>(ContainerInfrastructure::startKafka);

  @SuppressWarnings("resource") // closed by Started
  private static PostgreSQLContainer startPostgres() {
    var container =
        new PostgreSQLContainer("postgres:18")
            .withUsername("waymark")
            .withPassword("waymark")
            .withDatabaseName("postgres")
            // Testcontainers turns fsync off; our promise stands on it
            .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200");
    container.start();
    return container;
  }

  @SuppressWarnings("resource") // closed by Started
  private static KafkaContainer startKafka() {
    var container =
        new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    container.start();
    return container;
  }

  @Override
  Database postgres() {
    PostgreSQLContainer server = postgres.get();
    return new Database(server.getJdbcUrl(), server.getUsername(), server.getPassword());
  }

  @Override
  String kafkaBootstrap() {
    return kafka.get().getBootstrapServers();
  }

  @Override
  public void close() {
    kafka.close();
    postgres.close();
    super.close();
  }
}
