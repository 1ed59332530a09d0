package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.stream.IntStream;

/** Drains that stand on a pumping station, and small works that stand for themselves. */
final class SmallPlan {
  static final String PLAN = "small-15";
  static final String INDICATOR = "drainage-standard";
  static final String TARGET = "drainage-standard-2030";
  static final String PUMP = "pump-yangsigang";
  static final String ANOTHERS = "rail-length";
  static final int WORKS = 40;
  static final String DITCH = "ditch-majiahu";
  static final String GREENWAY = "greenway-donghu";
  static final String ADDRESS = "water@small.example";

  private SmallPlan() {}

  static void load(City city) {
    var registry = city.registryAs("plan-office", "plan_office");
    var indicator = city.indicatorAs("plan-office", "plan_office");
    assertThat(registry.importBureaus(bureaus()).getCounts().getCreated()).isEqualTo(3);
    assertThat(indicator.importPlan(plan()).getTargets().getCreated()).isEqualTo(1);
    assertThat(registry.importProjects(projects()).getCounts().getCreated()).isEqualTo(WORKS + 3);
    RecordObservationRequest figure =
        RecordObservationRequest.newBuilder()
            .setPlanId(PLAN)
            .setIndicatorId(INDICATOR)
            .setIdempotencyKey("first-figure")
            .setPeriodEnd("2027-06-30")
            .setValue("14.0")
            .build();
    assertThat(city.indicatorAs("water", "reporter").recordObservation(figure).getObservationId())
        .isNotEmpty();
  }

  static ReportProgressRequest.Builder report(String projectId, String key) {
    return ReportProgressRequest.newBuilder()
        .setPlanId(PLAN)
        .setProjectId(projectId)
        .setIdempotencyKey(key)
        .setAsOf("2027-06-20");
  }

  static String work(int number) {
    return "work-%02d".formatted(number);
  }

  private static ImportBureausRequest bureaus() {
    return ImportBureausRequest.newBuilder()
        .addBureaus(bureau("plan-office", "发展改革委", "Planning Office"))
        .addBureaus(bureau("water", "水务局", "Water Bureau"))
        .addBureaus(bureau("parks", "园林局", "Parks Bureau"))
        .build();
  }

  private static Bureau bureau(String id, String zh, String en) {
    return Bureau.newBuilder()
        .setBureauId(id)
        .setName(text(zh, en))
        .addEmails(id + "@small.example")
        .build();
  }

  /** Another plan with one indicator, {@link #ANOTHERS}, led by the same bureau. */
  static void loadAnother(City city) {
    ImportPlanRequest.Builder another = plan().toBuilder();
    another.getPlanBuilder().setPlanId("another-15");
    another.getIndicatorsBuilder(0).setIndicatorId(ANOTHERS);
    assertThat(
            city.indicatorAs("plan-office", "plan_office")
                .importPlan(another.build())
                .getIndicators()
                .getCreated())
        .isEqualTo(1);
  }

  private static ImportPlanRequest plan() {
    return ImportPlanRequest.newBuilder()
        .setPlan(
            Plan.newBuilder()
                .setPlanId(PLAN)
                .setName(text("小城规划", "Small city's plan"))
                .setStart("2026-01-01")
                .setEnd("2030-12-31"))
        .addIndicators(
            Indicator.newBuilder()
                .setIndicatorId(INDICATOR)
                .setName(text("排涝能力重现期", "Return period of drainage capacity"))
                .setCategory("water")
                .setUnit(text("年一遇", "years"))
                .setMeasure(Measure.MEASURE_LEVEL)
                .setDirection(Direction.DIRECTION_UP)
                .setReportingFrequency("quarterly")
                .setLeadBureauId("water")
                .addTargets(
                    Target.newBuilder()
                        .setTargetId(TARGET)
                        .setValue("20")
                        .setComparator(Comparator.COMPARATOR_GE)
                        .setDue("2030-12-31")
                        .setBaseValue("10")))
        .build();
  }

  private static ImportProjectsRequest projects() {
    ImportProjectsRequest.Builder all = ImportProjectsRequest.newBuilder();
    all.addProjects(
        project(PUMP, "water", "杨泗港泵站", "Yangsigang pumping station")
            .addContributions(
                Contribution.newBuilder()
                    .setIndicatorId(INDICATOR)
                    .setAmount("6")
                    .setMode(ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION)));
    all.addProjects(project(DITCH, "water", "马家湖明渠", "Majiahu ditch"));
    all.addProjects(project(GREENWAY, "parks", "东湖绿道", "Donghu greenway"));
    IntStream.range(0, WORKS)
        .forEach(i -> all.addProjects(project(work(i), "parks", "绿道" + i, "Greenway " + i)));
    return all.build();
  }

  static Project.Builder project(String id, String bureau, String zh, String en) {
    return Project.newBuilder()
        .setPlanId(PLAN)
        .setProjectId(id)
        .setName(text(zh, en))
        .setCategory("pumping-station")
        .setPhase(Phase.PHASE_BUILDING)
        .setLeadBureauId(bureau)
        .setPlannedStart("2025-06-01")
        .setPlannedFinish("2028-06-30");
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
