package io.waymark.indicator;

import org.junit.jupiter.api.Nested;

/** The contracts of what this service keeps, on the fakes. */
class StoresInMemoryTest {
  private final Stores stores = new MemoryStores();

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
