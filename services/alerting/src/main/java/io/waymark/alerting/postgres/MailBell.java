package io.waymark.alerting.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings when a transaction that stored mails has committed, in whichever instance. It only wakes: a
 * ring that is missed costs one poll of the mailer.
 */
public final class MailBell implements AutoCloseable {
  static final String CHANNEL = "waymark_mail";

  private static final Logger log = LoggerFactory.getLogger(MailBell.class);
  private static final Duration LISTEN = Duration.ofSeconds(10);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final Runnable ring;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * Creates a bell; {@link #start} starts it. It keeps one connection.
   *
   * @param ring called at each ring
   */
  public MailBell(DataSource dataSource, Runnable ring) {
    this.dataSource = dataSource;
    this.ring = ring;
    this.thread = Thread.ofPlatform().name("mail-bell").daemon().unstarted(this::run);
  }

  /** Starts listening. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }

  private void run() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        if (running) {
          log.warn("mails wait for the mailer's poll: {}", e.getMessage());
        }
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    PGConnection events = connection.unwrap(PGConnection.class);
    ring.run();
    while (running) {
      if (events.getNotifications((int) LISTEN.toMillis()).length > 0) {
        ring.run();
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(BACK_OFF);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
