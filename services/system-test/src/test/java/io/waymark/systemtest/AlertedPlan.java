package io.waymark.systemtest;

import static org.awaitility.Awaitility.await;

import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.type.v1.LocalizedText;
import java.time.Duration;
import java.util.List;

/** A plan of two bureaus of which nothing is as it should be. */
final class AlertedPlan {
  /** Comes before the other plans of the city, so that the board opens with it. */
  static final String PLAN = "alerted-15";

  static final String ROADS = "roads";
  static final String HOUSING = "housing";
  static final String TUNNEL = "tunnel";

  /**
   * A target of 20 for a base of 10; by the schedule 13 are due: 10.1 is off track, 13.2 at risk.
   */
  record Slipping(
      String id, String en, String zh, String category, String bureau, boolean binding, String is) {
    String target() {
      return id + "-2030";
    }
  }

  static final Slipping BUSES = roads("bus-lanes", "Bus lanes", "公交专用道", "transport");
  static final Slipping STOPS = roads("bus-stops", "Bus stops", "公交站点", "transport");
  static final Slipping BRIDGES = roads("footbridges", "Footbridges", "人行天桥", "transport");
  static final Slipping CHARGING = roads("charging-posts", "Charging posts", "充电桩", "energy");
  static final Slipping LIGHTING = roads("street-lamps", "Street lamps", "路灯", "digital");
  static final Slipping QUAYS = roads("ferry-quays", "Ferry quays", "轮渡码头", "port");
  static final Slipping PARKING = roads("parking", "Parking spaces", "停车位", "urban");
  static final Slipping GAS = roads("gas-mains", "Gas mains", "燃气管网", "gas");
  static final Slipping CROSSINGS =
      new Slipping("crossings", "Safe crossings", "安全过街", "safety", ROADS, true, "10.1");
  static final Slipping BARRIERS =
      new Slipping("barriers", "Crash barriers", "防撞护栏", "safety", ROADS, true, "10.1");
  static final Slipping SOLAR =
      new Slipping("solar-roofs", "Solar roofs", "光伏屋顶", "energy", HOUSING, false, "10.1");
  static final Slipping FLATS =
      new Slipping("flats", "Affordable flats", "保障性住房", "housing", HOUSING, false, "13.2");

  static final List<Slipping> ALL =
      List.of(
          BUSES, STOPS, BRIDGES, CHARGING, LIGHTING, QUAYS, PARKING, GAS, CROSSINGS, BARRIERS,
          SOLAR, FLATS);

  private AlertedPlan() {}

  private static Slipping roads(String id, String en, String zh, String category) {
    return new Slipping(id, en, zh, category, ROADS, false, "10.1");
  }

  /** Loads it, and waits until every target and the one project is alerted of. */
  static void load(City city) {
    city.registryAs("plan-office", "plan_office").importBureaus(bureaus());
    city.indicatorAs("plan-office", "plan_office").importPlan(plan());
    city.registryAs("plan-office", "plan_office").importProjects(projects());
    ALL.forEach(one -> observe(city, one));
    city.registryAs(ROADS, "reporter")
        .reportProgress(
            ReportProgressRequest.newBuilder()
                .setPlanId(PLAN)
                .setProjectId(TUNNEL)
                .setIdempotencyKey("tunnel-june")
                .setAsOf("2027-06-20")
                .setPercentComplete(10)
                .setExpectedFinish("2032-06-30")
                .build());
    await().atMost(Duration.ofSeconds(60)).until(() -> alerts(city).size() == ALL.size() + 1);
  }

  static List<Alert> alerts(City city) {
    return city.alertingAs("plan-office", "plan_office")
        .listAlerts(ListAlertsRequest.newBuilder().setPlanId(PLAN).setIncludeResolved(true).build())
        .getAlertsList();
  }

  static Alert alert(City city, Slipping one) {
    return alerts(city).stream()
        .filter(alert -> alert.getSubjectId().equals(one.target()))
        .findFirst()
        .orElseThrow();
  }

  private static void observe(City city, Slipping one) {
    city.indicatorAs(one.bureau(), "reporter")
        .recordObservation(
            RecordObservationRequest.newBuilder()
                .setPlanId(PLAN)
                .setIndicatorId(one.id())
                .setIdempotencyKey("june-" + one.id())
                .setPeriodEnd("2027-06-30")
                .setValue(one.is())
                .build());
  }

  private static ImportBureausRequest bureaus() {
    return ImportBureausRequest.newBuilder()
        .addBureaus(bureau(ROADS, "交通局", "Roads Bureau"))
        .addBureaus(bureau(HOUSING, "住房局", "Housing Bureau"))
        .build();
  }

  private static Bureau bureau(String id, String zh, String en) {
    return Bureau.newBuilder()
        .setBureauId(id)
        .setName(text(zh, en))
        .addEmails(id + "@alerted.example")
        .build();
  }

  private static ImportPlanRequest plan() {
    ImportPlanRequest.Builder plan =
        ImportPlanRequest.newBuilder()
            .setPlan(
                Plan.newBuilder()
                    .setPlanId(PLAN)
                    .setName(text("堵城规划", "Plan of a stuck city"))
                    .setStart("2026-01-01")
                    .setEnd("2030-12-31"));
    ALL.forEach(one -> plan.addIndicators(indicator(one)));
    return plan.build();
  }

  private static Indicator indicator(Slipping one) {
    return Indicator.newBuilder()
        .setIndicatorId(one.id())
        .setName(text(one.zh(), one.en()))
        .setCategory(one.category())
        .setUnit(text("处", "places"))
        .setMeasure(Measure.MEASURE_LEVEL)
        .setDirection(Direction.DIRECTION_UP)
        .setReportingFrequency("quarterly")
        .setLeadBureauId(one.bureau())
        .addTargets(
            Target.newBuilder()
                .setTargetId(one.target())
                .setValue("20")
                .setComparator(Comparator.COMPARATOR_GE)
                .setDue("2030-12-31")
                .setBaseValue("10")
                .setBinding(one.binding()))
        .build();
  }

  private static ImportProjectsRequest projects() {
    return ImportProjectsRequest.newBuilder()
        .addProjects(
            Project.newBuilder()
                .setPlanId(PLAN)
                .setProjectId(TUNNEL)
                .setName(text("过江隧道", "River tunnel"))
                .setCategory("road")
                .setPhase(Phase.PHASE_BUILDING)
                .setLeadBureauId(ROADS)
                .setPlannedStart("2025-06-01")
                .setPlannedFinish("2028-06-30"))
        .build();
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
