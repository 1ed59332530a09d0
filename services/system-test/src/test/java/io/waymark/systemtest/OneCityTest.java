package io.waymark.systemtest;

import io.waymark.testkit.RealPartsTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What wants the city as it is when it starts: nobody has been written to yet. */
@RealPartsTest
@ExtendWith(SharedCity.class)
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneCityTest {
  private final City city;

  OneCityTest(City city) {
    this.city = city;
  }

  @Nested
  @Order(1)
  class AReport extends ReportToMail {
    AReport() {
      super(OneCityTest.this.city);
    }
  }

  @Nested
  @Order(2)
  class TheBoard extends AlertsOnTheBoard {
    TheBoard() {
      super(OneCityTest.this.city);
    }
  }
}
