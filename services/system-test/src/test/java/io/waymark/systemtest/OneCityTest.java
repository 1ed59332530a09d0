package io.waymark.systemtest;

import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What can share a city, for one start of its services: each has a plan and bureaus of its own. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneCityTest {
  private final City city;

  OneCityTest(Parts parts) {
    city = new City(parts);
  }

  @AfterAll
  void close() {
    city.close();
  }

  @Nested
  class AReport extends ReportToMail {
    AReport() {
      super(OneCityTest.this.city);
    }
  }

  @Nested
  class TheBoard extends AlertsOnTheBoard {
    TheBoard() {
      super(OneCityTest.this.city);
    }
  }
}
