package io.waymark.testkit;

import io.waymark.embedded.KafkaBroker;
import io.waymark.embedded.PostgresServer;

/** PostgreSQL as processes of ours, Kafka in this JVM. */
final class EmbeddedInfrastructure extends Infrastructure {
  private final Started<PostgresServer> postgres = new Started<>(PostgresServer::startTemporary);
  private final Started<KafkaBroker> kafka = new Started<>(KafkaBroker::startTemporary);

  @Override
  Database postgres() {
    PostgresServer server = postgres.get();
    return new Database(server.jdbcUrl("postgres"), server.user(), server.password());
  }

  @Override
  String kafkaBootstrap() {
    return kafka.get().bootstrap();
  }

  @Override
  public void close() {
    kafka.close();
    postgres.close();
    super.close();
  }
}
