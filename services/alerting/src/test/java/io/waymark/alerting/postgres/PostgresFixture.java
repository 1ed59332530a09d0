package io.waymark.alerting.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.testkit.Database;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A migrated database of its own. */
public final class PostgresFixture implements AutoCloseable {
  private final HikariDataSource pool = new HikariDataSource();

  public PostgresFixture(Database database) {
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(4);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/alerting")
        .load()
        .migrate();
  }

  public DSLContext db() {
    return DSL.using(pool, SQLDialect.POSTGRES);
  }

  /** Forgets everything. */
  public void empty() {
    db().execute(
            "truncate bureau, alert, subject, alert_transition, mail, mail_alert, notification_log, channel_message, pending_notice, support, silence, preference, preference_change, digest, outbox, inbox, link_use, digest_ended");
  }

  @Override
  public void close() {
    pool.close();
  }
}
