package io.waymark.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** How to reach a PostgreSQL database. */
public record Database(String url, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Makes another database on the same server. */
  Database create(String name) {
    execute("create database \"" + name + "\"");
    // the database's name stands between the last slash and the parameters
    String base = url.substring(0, url.lastIndexOf('/') + 1);
    return new Database(base + name, user, password);
  }

  /** Drops another database of the same server, ending the connections to it. */
  void drop(String name) {
    execute("drop database if exists \"" + name + "\" with (force)");
  }

  private void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed at " + url, e);
    }
  }
}
