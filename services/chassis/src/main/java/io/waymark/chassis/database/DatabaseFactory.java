package io.waymark.chassis.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.outbox.OutboxRelay;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.TransactionContext;
import org.jooq.TransactionListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Wires the service's own database from WAYMARK_DATABASE_*. */
@Factory
final class DatabaseFactory {
  private static final int CONNECTIONS = 12;

  @Bean
  @Singleton
  HikariDataSource pool(
      @Property(name = "waymark.database.url") String url,
      @Property(name = "waymark.database.user", defaultValue = "postgres") String user,
      @Property(name = "waymark.database.password", defaultValue = "") String password) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(2_000);
    config.setAutoCommit(true);
    // Acknowledged means durable, whatever the server's default is.
    config.setConnectionInitSql("set synchronous_commit to on");
    return new HikariDataSource(config);
  }

  @Bean(preDestroy = "close")
  @Context
  Database database(
      HikariDataSource pool, @Property(name = "micronaut.application.name") String service) {
    Database database =
        new Database(pool, List.of("classpath:db/outbox", "classpath:db/" + service));
    database.start();
    return database;
  }

  @Bean
  @Singleton
  DSLContext db(DataSource pool, Provider<OutboxRelay> relay) {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(SQLDialect.POSTGRES).set(pool);
    configuration.set(
        new TransactionListener() {
          @Override
          public void commitEnd(TransactionContext transaction) {
            relay.get().wake();
          }
        });
    return DSL.using(configuration);
  }

  @Bean
  @Context
  GaugeWithCallback connections(HikariDataSource pool, PrometheusRegistry registry) {
    return GaugeWithCallback.builder()
        .name("waymark_database_connections")
        .help("Database connections of the pool by state.")
        .labelNames("state")
        .callback(gauge -> {
          if (pool.getHikariPoolMXBean() != null) {
            gauge.call(pool.getHikariPoolMXBean().getActiveConnections(), "active");
            gauge.call(pool.getHikariPoolMXBean().getIdleConnections(), "idle");
            gauge.call(pool.getHikariPoolMXBean().getThreadsAwaitingConnection(), "awaited");
          }
        })
        .register(registry);
  }
}
