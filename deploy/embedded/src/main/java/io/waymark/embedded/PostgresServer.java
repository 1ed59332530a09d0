package io.waymark.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * A PostgreSQL server of our own: real processes, on the loopback interface, with a durable
 * configuration.
 *
 * <p>{@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on, in tests too:
 * an acknowledged commit survives {@code kill -9} of everything.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String USER = "waymark";

  private final PostgresProcess process;
  private final int port;
  private final String password;
  private final Path data;
  private final boolean temporary;

  private PostgresServer(
      PostgresProcess process, int port, String password, Path data, boolean temporary) {
    this.process = process;
    this.port = port;
    this.password = password;
    this.data = data;
    this.temporary = temporary;
  }

  /** Starts on a free port with a data folder that {@link #close} removes. */
  public static PostgresServer startTemporary() {
    Path data = Folders.temporary("waymark-postgres");
    return start(data, FreePort.find(), "waymark", true);
  }

  /**
   * Starts on a lasting data folder, made at the first start. A server that a killed predecessor
   * left behind on it is stopped first.
   *
   * @param port 0 for a free one
   * @param password of the user {@link #USER}; it must stay the same for the folder's life
   */
  public static PostgresServer start(Path data, int port, String password) {
    return start(Folders.make(data), FreePort.orFound(port), password, false);
  }

  /**
   * Stops a server that a killed predecessor left behind on this data folder.
   *
   * @return its pid; empty if there was none
   */
  public static OptionalLong stopLeftover(Path data) {
    return LeftoverPostgres.stop(data.toAbsolutePath());
  }

  private static PostgresServer start(Path data, int port, String password, boolean temporary) {
    PostgresPrograms programs = PostgresPrograms.ofThisMachine();
    LeftoverPostgres.stop(data);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      programs.initialise(data, USER, password);
    }
    PostgresProcess process = PostgresProcess.start(programs, data, port);
    var server = new PostgresServer(process, port, password, data, temporary);
    try {
      process.awaitReady(() -> server.connect("postgres").close());
    } catch (EmbeddedException e) {
      server.close();
      throw e;
    }
    return server;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** What the server says of itself, such as "18.6". */
  public String version() {
    try (Connection connection = connect("postgres")) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new EmbeddedException("Cannot ask PostgreSQL for its version", e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** The JDBC URL of a database on this server. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  public Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    // another program may hold the port and say nothing
    properties.setProperty("loginTimeout", "5");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  /** Makes those of the databases that are not there yet. */
  public void createDatabases(List<String> names) {
    try (Connection connection = connect("postgres")) {
      for (String name : names) {
        createDatabase(connection, name);
      }
    } catch (SQLException e) {
      throw new EmbeddedException("Cannot create the databases " + names, e);
    }
  }

  private static void createDatabase(Connection connection, String name) throws SQLException {
    try (PreparedStatement known =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      known.setString(1, name);
      if (known.executeQuery().next()) {
        return;
      }
    }
    try (Statement create = connection.createStatement()) {
      create.execute("create database " + create.enquoteIdentifier(name, true));
    }
  }

  /** Ends the open connections, writes a checkpoint and stops. */
  @Override
  public void close() {
    process.stop();
    if (temporary) {
      Folders.remove(data);
    }
  }
}
