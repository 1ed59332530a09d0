package io.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The parts are there until the outermost class is done, whichever nested one is done before. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NestedPartsTest {
  private final Database database;

  NestedPartsTest(Parts parts) {
    database = parts.database();
  }

  @Nested
  class One extends Asking {}

  @Nested
  class Another extends Asking {}

  abstract class Asking {
    @Test
    void theDatabaseIsThere() throws SQLException {
      try (var connection = database.connect()) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }
}
