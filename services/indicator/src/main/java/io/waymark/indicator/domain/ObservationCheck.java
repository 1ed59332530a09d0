package io.waymark.indicator.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.type.v1.Provenance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks a figure before it is recorded. */
public final class ObservationCheck {
  private ObservationCheck() {}

  /** Refuses a malformed request, naming every violation. */
  public static void form(RecordObservationRequest request, LocalDate today) {
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
        "a known exactness");
    checks.must(
        request.getProvenance() != Provenance.UNRECOGNIZED,
        "provenance",
        Integer.toString(request.getProvenanceValue()),
        "a known provenance");
    checks.text("source", request.getSource(), 500);
    checks.raise();
  }

  /**
   * Refuses a caller whose bureau does not lead the indicator, whether or not it exists. The plan
   * office loads published figures of all.
   *
   * @param indicator null if there is none of that name
   */
  public static void ownership(
      RecordObservationRequest request, Caller caller, @Nullable Indicator indicator) {
    boolean planOffice = caller.has(Caller.PLAN_OFFICE);
    if (indicator == null && planOffice) {
      throw Failure.notFound(
          "indicator " + request.getIndicatorId() + " of plan " + request.getPlanId());
    }
    if (indicator == null
        || (!planOffice && !indicator.getLeadBureauId().equals(caller.bureauId()))) {
      throw Failure.notYours(
          "INDICATOR_NOT_YOURS",
          "indicator "
              + request.getIndicatorId()
              + " of plan "
              + request.getPlanId()
              + " is not led by bureau "
              + caller.bureauId());
    }
  }
}
