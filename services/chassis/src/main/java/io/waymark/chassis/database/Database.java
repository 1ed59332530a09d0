package io.waymark.chassis.database;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.chassis.health.HealthCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own database. It is migrated as soon as it can be reached; whatever needs it starts
 * then.
 */
public final class Database implements HealthCheck, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int VALID_SECONDS = 2;

  private final HikariDataSource pool;
  private final String[] locations;
  private final List<Runnable> waiting = new ArrayList<>();
  private final Thread starter;
  private volatile boolean migrated;
  private volatile String cause = "not reached yet";

  /**
   * Creates the database; {@link #start} begins to reach for it.
   *
   * @param pool where connections come from
   * @param locations where the migrations stand, for example "classpath:db/registry"
   */
  public Database(HikariDataSource pool, List<String> locations) {
    this.pool = pool;
    this.locations = locations.toArray(String[]::new);
    this.starter = Thread.ofVirtual().name("migrate").unstarted(this::migrate);
  }

  /** Begins to reach for the database, in the background. */
  public void start() {
    starter.start();
  }

  /** Runs {@code then} once the database is migrated: at once if it is. */
  public void whenReady(Runnable then) {
    synchronized (waiting) {
      if (!migrated) {
        waiting.add(then);
        return;
      }
    }
    then.run();
  }

  /** Why the database has never been ready; empty once it was. */
  public Optional<String> notReadyYet() {
    return migrated ? Optional.empty() : Optional.of("database: " + cause);
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    if (!migrated) {
      return Optional.of(cause);
    }
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(VALID_SECONDS)
          ? Optional.empty()
          : Optional.of("the connection is broken");
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    starter.interrupt();
    pool.close();
  }

  private void migrate() {
    while (!migrated) {
      try {
        Flyway.configure().dataSource(pool).locations(locations).load().migrate();
        release();
      } catch (FlywayException e) {
        cause = root(e);
        log.warn("the database is not ready: {}", cause);
        if (!sleep()) {
          return;
        }
      }
    }
  }

  private void release() {
    List<Runnable> ready;
    synchronized (waiting) {
      migrated = true;
      ready = List.copyOf(waiting);
      waiting.clear();
    }
    ready.forEach(Runnable::run);
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("unknown");
  }

  private static boolean sleep() {
    try {
      Thread.sleep(RETRY);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
