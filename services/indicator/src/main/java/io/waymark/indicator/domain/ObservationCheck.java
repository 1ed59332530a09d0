package io.waymark.indicator.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks a figure before it is recorded. */
public final class ObservationCheck {
  private ObservationCheck() {}

  /** Refuses a malformed request, naming every violation. */
  public static void form(RecordObservationRequest request, Caller caller, LocalDate today) {
    Checks checks = new Checks();
    checks.id("plan_id", request.getPlanId());
    checks.id("indicator_id", request.getIndicatorId());
    checks.key("idempotency_key", request.getIdempotencyKey());
    checks.past("period_end", request.getPeriodEnd(), today);
    checks.decimal("value", request.getValue(), false);
    checks.must(
        request.getExactness() != Exactness.UNRECOGNIZED,
        "exactness",
        Integer.toString(request.getExactnessValue()),
        Expected.ONE_OF.with("exact, preliminary, revised"));
    checks.must(
        request.getProvenance() != Provenance.UNRECOGNIZED,
        "provenance",
        Integer.toString(request.getProvenanceValue()),
        Expected.ONE_OF.with("reported, published, assumed, simulated"));
    checks.must(
        request.getProvenance() != Provenance.PROVENANCE_SIMULATED || caller.has(Caller.SIMULATION),
        "provenance",
        "SIMULATED",
        Expected.SIMULATION_ROLE.with());
    checks.text("source", request.getSource(), 500);
    checks.raise();
  }

  /**
   * Refuses a caller who is no reporter of the bureau that leads the indicator, whether or not it
   * exists. The plan office loads published figures of all.
   *
   * @param indicator null if there is none of that name
   */
  public static void ownership(
      RecordObservationRequest request, Caller caller, @Nullable Indicator indicator) {
    boolean planOffice = caller.has(Caller.PLAN_OFFICE);
    if (indicator == null && planOffice) {
      throw Failure.notFound("indicator", request.getPlanId() + "/" + request.getIndicatorId());
    }
    boolean reports =
        indicator != null
            && caller.has(Caller.REPORTER)
            && indicator.getLeadBureauId().equals(caller.bureauId());
    if (!planOffice && !reports) {
      throw Failure.notYours(
          Refused.INDICATOR_NOT_YOURS.with(
              request.getPlanId() + "/" + request.getIndicatorId(), caller.bureauId()));
    }
  }
}
