package io.waymark.indicator.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.chassis.identity.Caller;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.type.v1.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 30);
  private static final RecordObservationRequest SIMULATED =
      RecordObservationRequest.newBuilder()
          .setPlanId("wuhan-15")
          .setIndicatorId("rail-transit-length")
          .setIdempotencyKey("k")
          .setPeriodEnd("2027-06-30")
          .setValue("590")
          .setProvenance(Provenance.PROVENANCE_SIMULATED)
          .build();

  private static Caller caller(String... roles) {
    return new Caller("metro-db", false, "transport", "demo", Set.of(roles));
  }

  @Test
  void figuresComeFromReportersOfTheLeadingBureauAndFromThePlanOffice() {
    Indicator indicator = Indicator.newBuilder().setLeadBureauId("transport").build();

    for (String role : new String[] {Caller.REPORTER, Caller.PLAN_OFFICE}) {
      assertThatCode(() -> ObservationCheck.ownership(SIMULATED, caller(role), indicator))
          .doesNotThrowAnyException();
    }
    for (Caller refused :
        List.of(
            caller(),
            caller(Caller.SIMULATION),
            new Caller("w", false, "water", "cli", Set.of(Caller.REPORTER)))) {
      assertThatThrownBy(() -> ObservationCheck.ownership(SIMULATED, refused, indicator))
          .hasMessageContaining("leads, reported by a reporter");
    }
  }

  @Test
  void onlyWhoPlaysADemoScenarioCallsAFigureSimulated() {
    assertThatThrownBy(() -> ObservationCheck.form(SIMULATED, caller("reporter"), TODAY))
        .hasMessage(
            "provenance: SIMULATED (expected: another provenance: only callers with the role"
                + " simulation report SIMULATED)");
    assertThatCode(() -> ObservationCheck.form(SIMULATED, caller("reporter", "simulation"), TODAY))
        .doesNotThrowAnyException();
  }
}
