package io.waymark.cli.command;

import io.waymark.cli.client.Connection;
import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.ListPlansRequest;
import io.waymark.proto.indicator.v1.ListPlansResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run's connection, as one bureau, about one plan. */
final class Session implements AutoCloseable {
  private static final String SAMPLE_PLAN = "wuhan-15";

  private final Connection connection;
  private final Services services;
  private final Optional<String> namedPlan;
  private @Nullable ListPlansResponse plans;

  Session(Connection connection, Services services, Optional<String> namedPlan) {
    this.connection = connection;
    this.services = services;
    this.namedPlan = namedPlan;
  }

  Services services() {
    return services;
  }

  /** Transport for whoever speaks with other tokens too. */
  Connection connection() {
    return connection;
  }

  /** The plan named by --plan, else the only one there is, else the sample. */
  String planId() {
    return namedPlan.orElseGet(
        () -> plans().getPlansCount() == 1 ? plans().getPlans(0).getPlanId() : SAMPLE_PLAN);
  }

  /** Today by the service's clock. */
  String today() {
    return plans().getToday();
  }

  ListPlansResponse plans() {
    ListPlansResponse known = plans;
    if (known == null) {
      known = services.indicator().listPlans(ListPlansRequest.getDefaultInstance());
      plans = known;
    }
    return known;
  }

  @Override
  public void close() {
    connection.close();
  }
}
