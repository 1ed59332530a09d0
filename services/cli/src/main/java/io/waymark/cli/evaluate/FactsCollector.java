package io.waymark.cli.evaluate;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.Plan;
import java.util.function.LongConsumer;

/** Asks the services, as any reader may, for what an evaluation takes from them. */
public final class FactsCollector {
  private FactsCollector() {}

  /**
   * What was owed and came, which reports are worth a second look, and which alerts were raised and
   * handled, within the window.
   *
   * @param done hears how many alerts have been asked for: each has a history of its own
   */
  public static BehaviourFacts collect(
      Services services, Plan plan, Window window, LongConsumer done) {
    return BehaviourFacts.newBuilder()
        .addAllDuties(new DutyFacts(services, window).of(plan.getPlanId()))
        .addAllHonesty(new HonestyFacts(services, window).of(plan.getPlanId()))
        .addAllAlerts(new AlertFacts(services, window).of(plan.getPlanId(), done))
        .setOrigin(
            "ReportingService/ListReportingDuties, FigureReportingService/ListFigureDuties, "
                + "ReportingService/ListReviews, AlertingService/ListAlerts; %s..%s, known at %s"
                    .formatted(window.from(), window.asOf(), window.knownAt()))
        .build();
  }
}
