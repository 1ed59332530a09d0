package io.waymark.chassis.kafka;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.waymark.chassis.database.Database;
import io.waymark.chassis.health.HealthCheck;
import io.waymark.outbox.KafkaClients;
import io.waymark.outbox.OutboxMetrics;
import io.waymark.outbox.OutboxRelay;
import io.waymark.outbox.PostgresOutbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Wires the outbox, its relay and the consumers to WAYMARK_KAFKA_BOOTSTRAP. */
@Factory
final class KafkaFactory {
  private static final String BOOTSTRAP = "waymark.kafka.bootstrap";
  private static final String DEFAULT = "localhost:19092";

  @Bean
  @Singleton
  PostgresOutbox outbox(Clock clock) {
    return new PostgresOutbox(clock);
  }

  @Bean(preDestroy = "close")
  @Context
  OutboxRelay relay(
      @Property(name = BOOTSTRAP, defaultValue = DEFAULT) String bootstrap,
      @Property(name = "micronaut.application.name") String service,
      DataSource pool,
      Database database,
      OutboxMetrics metrics) {
    OutboxRelay relay =
        new OutboxRelay(
            pool, () -> KafkaClients.producer(bootstrap), "waymark/" + service, metrics);
    database.whenReady(relay::start);
    return relay;
  }

  @Bean(preDestroy = "close")
  @Singleton
  Consumers consumers(
      @Property(name = BOOTSTRAP, defaultValue = DEFAULT) String bootstrap,
      Database database,
      DSLContext db,
      OutboxMetrics metrics) {
    return new Consumers(bootstrap, database, db, metrics);
  }

  @Bean
  @Singleton
  HealthCheck relayHealth(OutboxRelay relay) {
    return new HealthCheck() {
      @Override
      public String name() {
        return "outbox";
      }

      @Override
      public Optional<String> problem() {
        return relay.problem();
      }
    };
  }
}
