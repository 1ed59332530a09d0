package io.waymark.indicator;

import com.google.protobuf.Timestamp;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Each case has a plan of its own, the rail's, imported on 10 January 2026. */
abstract class StoreContract {
  private static final AtomicInteger PLANS = new AtomicInteger();

  final String plan = "plan-" + PLANS.incrementAndGet();

  abstract Stores stores();

  @BeforeEach
  void load() {
    on("2026-01-10");
    stores().load(rail(plan));
  }

  static ImportPlanRequest rail(String planId) {
    ImportPlanRequest.Builder rail = Rail.plan("645").toBuilder();
    rail.getPlanBuilder().setPlanId(planId);
    return rail.build();
  }

  /** Ten o'clock of a day. */
  final Instant on(String day) {
    Instant now = LocalDate.parse(day).atTime(10, 0).atZone(RailOnPostgres.ZONE).toInstant();
    stores().clock().set(now);
    return now;
  }

  /** Appends a figure of the rail now. */
  final Observation figure(String periodEnd, String value) {
    Observation figure = observation(periodEnd, value);
    stores().figures().append(plan, figure);
    return figure;
  }

  final Observation observation(String periodEnd, String value) {
    return Observation.newBuilder()
        .setObservationId(UUID.randomUUID().toString())
        .setIndicatorId(Rail.INDICATOR)
        .setPeriodEnd(periodEnd)
        .setValue(value)
        .setRecordedAt(timestamp(stores().clock().instant()))
        .build();
  }

  static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
