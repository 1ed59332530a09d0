package io.waymark.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatesTest {
  private static final ZoneId WUHAN = ZoneId.of("Asia/Shanghai");

  @Test
  void whatNamesNoInstantIsNone() {
    assertThat(Dates.instant("soon", WUHAN)).isEmpty();
    assertThat(Dates.instant("2027年二季度", WUHAN)).isEqualTo(Dates.instant("2027-06-30", WUHAN));
  }

  @Test
  void aDayAsAnInstantIsItsEnd() {
    assertThat(Dates.instant("2027-06-30", WUHAN))
        .contains(Instant.parse("2027-06-30T15:59:59.999Z"));
    assertThat(Dates.instant("2027-06-30T09:00:00+08:00", WUHAN))
        .contains(Instant.parse("2027-06-30T01:00:00Z"));
  }
}
