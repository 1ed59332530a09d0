package io.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  private static final String PASSWORD = "a password";

  @TempDir Path folder;

  @Test
  void itIsPostgres18AndLosesNothingThatItAcknowledged() throws Exception {
    try (var server = PostgresServer.start(folder, 0, PASSWORD);
        Connection connection = server.connect("postgres")) {
      assertThat(query(connection, "show server_version")).startsWith("18.");
      assertThat(server.version()).startsWith("18.");
      assertThat(query(connection, "show fsync")).isEqualTo("on");
      assertThat(query(connection, "show synchronous_commit")).isEqualTo("on");
      assertThat(query(connection, "show full_page_writes")).isEqualTo("on");
      assertThat(query(connection, "show server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void dataOfAnEarlierRunIsThereAgain() throws Exception {
    try (var server = PostgresServer.start(folder, 0, PASSWORD)) {
      server.createDatabases(List.of("registry", "indicator", "alerting"));
      keep(server, "污水泵站");
    }
    try (var server = PostgresServer.start(folder, 0, PASSWORD)) {
      server.createDatabases(List.of("registry", "indicator", "alerting"));
      assertThat(kept(server)).isEqualTo("污水泵站");
    }
  }

  @Test
  void aServerLeftBehindByAKilledLauncherIsStoppedAndItsDataKept() throws Exception {
    // not closed on purpose: this is what a killed launcher leaves
    var leftBehind = PostgresServer.start(folder, 0, PASSWORD);
    leftBehind.createDatabases(List.of("registry"));
    keep(leftBehind, "kept");
    assertThat(LeftoverPostgres.find(folder.toAbsolutePath())).isPresent();
    try (var server = PostgresServer.start(folder, 0, PASSWORD)) {
      assertThat(leftBehind.isAlive()).isFalse();
      assertThat(server.pid()).isNotEqualTo(leftBehind.pid());
      assertThat(kept(server)).isEqualTo("kept");
    }
  }

  @Test
  void whatWasCommittedSurvivesTheKillOfTheServer() throws Exception {
    var killed = PostgresServer.start(folder, 0, PASSWORD);
    killed.createDatabases(List.of("registry"));
    keep(killed, "committed");
    ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
    ProcessHandle.of(killed.pid()).map(ProcessHandle::onExit).ifPresent(exit -> exit.join());
    try (var server = PostgresServer.start(folder, 0, PASSWORD)) {
      assertThat(kept(server)).isEqualTo("committed");
    }
  }

  @Test
  void onlyThePasswordOpensIt() {
    try (var server = PostgresServer.start(folder, 0, PASSWORD)) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "another"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aTakenPortIsNamedByWhatTheServerWrote() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PostgresServer.start(folder, taken.getLocalPort(), PASSWORD))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("PostgreSQL did not start. It wrote:")
          .hasMessageContaining("Address already in use");
    }
  }

  private static void keep(PostgresServer server, String text) throws SQLException {
    try (Connection connection = server.connect("registry");
        var statement = connection.createStatement()) {
      statement.execute("create table note (text text)");
      statement.execute("insert into note values ('" + text + "')");
    }
  }

  private static String kept(PostgresServer server) throws SQLException {
    try (Connection connection = server.connect("registry")) {
      return query(connection, "select text from note");
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
