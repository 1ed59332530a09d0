package io.waymark.registry.domain;

import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void theSameRequestHasTheSameFingerprintForEver() {
    // Stored in databases: a change of this value would turn repeats into conflicts.
    assertThat(Fingerprint.of(report(PUMP, "k", "2027-05-31", 30)))
        .isEqualTo("352ffc0a58d3d308f63fce7090193f37a4e2037590b49e3f76974723ac82803b");
  }

  @Test
  void theKeyIsNoPartOfTheBody() {
    assertThat(Fingerprint.of(report(PUMP, "k1", "2027-05-31", 30)))
        .isEqualTo(Fingerprint.of(report(PUMP, "k2", "2027-05-31", 30)));
  }

  @Test
  void textThatMovesFromOneFieldToTheNextIsAnotherRequest() {
    assertThat(fingerprint("ab", "c")).isNotEqualTo(fingerprint("a", "bc"));
  }

  private static String fingerprint(String phase, String obstacle) {
    return Fingerprint.of(
        report(
            PUMP,
            "k",
            new ReportDraft(
                "2027-05-31", OptionalDouble.empty(), "", "", phase, obstacle, "", "")));
  }
}
