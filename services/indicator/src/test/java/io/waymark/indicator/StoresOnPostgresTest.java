package io.waymark.indicator;

import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The contracts of what this service keeps, on one database. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresOnPostgresTest {
  private final PostgresStores stores;

  StoresOnPostgresTest(Parts parts) {
    stores = new PostgresStores(parts.database());
  }

  @AfterAll
  void close() {
    stores.close();
  }

  @Nested
  class Figures extends FigureStoreContract {
    @Override
    Stores stores() {
      return stores;
    }
  }

  @Nested
  class FigureDuties extends FigureDutyStoreContract {
    @Override
    Stores stores() {
      return stores;
    }
  }

  @Nested
  class Judgements extends JudgementStoreContract {
    @Override
    Stores stores() {
      return stores;
    }
  }

  @Nested
  class Snapshots extends SnapshotStoreContract {
    @Override
    Stores stores() {
      return stores;
    }
  }
}
