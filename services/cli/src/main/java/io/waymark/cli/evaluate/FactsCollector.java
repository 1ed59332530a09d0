package io.waymark.cli.evaluate;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.Plan;
import java.util.function.LongConsumer;

/** Asks the services, as any reader may, for what an evaluation takes from them. */
public final class FactsCollector {
  private FactsCollector() {}

  /** What was owed and came, and which alerts were raised and handled, within the window. */
  public static BehaviourFacts collect(
      Services services, Plan plan, Window window, LongConsumer done) {
    return BehaviourFacts.newBuilder()
        .addAllDuties(new DutyFacts(services, window, plan).all(done))
        .addAllAlerts(new AlertFacts(services, window).of(plan.getPlanId()))
        .setOrigin(
            "RegistryService/ListReports, IndicatorService/ListObservations, AlertingService/ListAlerts; "
                + "reporting calendar, usual rules; %s..%s, known at %s"
                    .formatted(window.from(), window.asOf(), window.knownAt()))
        .build();
  }
}
