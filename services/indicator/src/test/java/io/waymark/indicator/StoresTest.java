package io.waymark.indicator;

import org.junit.jupiter.api.Nested;

/** The contracts of all that this service keeps, on stores of one kind. */
abstract class StoresTest {
  abstract Stores stores();

  @Nested
  class Figures extends FigureStoreContract {
    @Override
    Stores stores() {
      return StoresTest.this.stores();
    }
  }

  @Nested
  class FigureDuties extends FigureDutyStoreContract {
    @Override
    Stores stores() {
      return StoresTest.this.stores();
    }
  }

  @Nested
  class Judgements extends JudgementStoreContract {
    @Override
    Stores stores() {
      return StoresTest.this.stores();
    }
  }

  @Nested
  class Snapshots extends SnapshotStoreContract {
    @Override
    Stores stores() {
      return StoresTest.this.stores();
    }
  }
}
