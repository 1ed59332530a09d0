package io.waymark.indicator;

import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contracts of what this service keeps, on one database. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresOnPostgresTest extends StoresTest {
  private final PostgresStores stores;

  StoresOnPostgresTest(Parts parts) {
    stores = new PostgresStores(parts.database());
  }

  @AfterAll
  void close() {
    stores.close();
  }

  @Override
  Stores stores() {
    return stores;
  }
}
