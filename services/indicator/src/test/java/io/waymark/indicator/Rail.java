package io.waymark.indicator;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.waymark.chassis.identity.Caller;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A small plan: a rail target of 578 to 645 km that stands on two lines. */
final class Rail {
  static final String PLAN = "wuhan-15";
  static final String INDICATOR = "rail-transit-length";
  static final String TARGET = "rail-transit-length-2030";
  static final String FOLLOWER = "rail-capacity";
  static final Caller PLAN_OFFICE =
      new Caller("zhang.min", true, "plan-office", "cli", Set.of(Caller.PLAN_OFFICE));
  static final Caller TRANSPORT =
      new Caller("metro-db", false, "transport", "grpc", Set.of("reporter"));

  /** The transport bureau in a demo scenario. */
  static final Caller TRANSPORT_PLAYED =
      new Caller("demo", false, "transport", "demo", Set.of("reporter", Caller.SIMULATION));

  private Rail() {}

  static ImportPlanRequest plan(String targetValue) {
    return ImportPlanRequest.newBuilder()
        .setPlan(
            Plan.newBuilder()
                .setPlanId(PLAN)
                .setName(text("武汉市“十五五”规划", "Wuhan's 15th Five-Year Plan"))
                .setStart("2026-01-01")
                .setEnd("2030-12-31"))
        .addIndicators(
            Indicator.newBuilder()
                .setIndicatorId(INDICATOR)
                .setName(text("轨道交通里程", "Urban rail transit length"))
                .setCategory("transport")
                .setUnit(text("公里", "km"))
                .setMeasure(Measure.MEASURE_LEVEL)
                .setDirection(Direction.DIRECTION_UP)
                .setReportingFrequency("quarterly")
                .setLeadBureauId("transport")
                .addTargets(
                    Target.newBuilder()
                        .setTargetId(TARGET)
                        .setValue(targetValue)
                        .setComparator(Comparator.COMPARATOR_GE)
                        .setDue("2030-12-31")
                        .setBaseValue("578")))
        .build();
  }

  /** The plan with passengers that must keep step with the rail, whatever that does. */
  static ImportPlanRequest planWithFollower(String targetValue) {
    return plan(targetValue).toBuilder()
        .addIndicators(
            Indicator.newBuilder()
                .setIndicatorId(FOLLOWER)
                .setName(text("轨道交通客运能力", "Rail passenger capacity"))
                .setCategory("transport")
                .setUnit(text("万人次/日", "10,000 a day"))
                .setMeasure(Measure.MEASURE_LEVEL)
                .setDirection(Direction.DIRECTION_UP)
                .setReportingFrequency("quarterly")
                .setLeadBureauId("transport")
                .setFollowsIndicatorId(INDICATOR)
                .addTargets(
                    Target.newBuilder()
                        .setTargetId(FOLLOWER + "-2030")
                        .setComparator(Comparator.COMPARATOR_GE)
                        .setDue("2030-12-31")))
        .build();
  }

  static ReceivedEvent bureau(long version, String zh, String en) {
    BureauEvent event =
        BureauEvent.newBuilder()
            .setVersion(version)
            .setBureau(
                Bureau.newBuilder()
                    .setBureauId("transport")
                    .setName(text(zh, en))
                    .addEmails("transport@wuhan.example"))
            .build();
    return new ReceivedEvent(
        UUID.randomUUID().toString(),
        "waymark.registry.bureau.v1",
        "transport",
        "waymark.registry.v1.BureauEvent",
        event.toByteArray(),
        Instant.parse("2027-06-26T00:00:00Z"));
  }

  static RecordObservationRequest figure(String key, String periodEnd, String value) {
    return RecordObservationRequest.newBuilder()
        .setPlanId(PLAN)
        .setIndicatorId(INDICATOR)
        .setIdempotencyKey(key)
        .setPeriodEnd(periodEnd)
        .setValue(value)
        .build();
  }

  /** A line's event: {@code percent} negative means no report yet. */
  static ReceivedEvent line(
      String id, String amount, long version, double percent, String expectedFinish) {
    ProjectState.Builder state =
        ProjectState.newBuilder()
            .setVersion(version)
            .setPhase(Phase.PHASE_BUILDING)
            .setProject(
                Project.newBuilder()
                    .setPlanId(PLAN)
                    .setProjectId(id)
                    .setName(text(id + "号线", "Line " + id))
                    .setCategory("metro")
                    .setPhase(Phase.PHASE_BUILDING)
                    .setLeadBureauId("transport")
                    .setPlannedStart("2024-01-01")
                    .setPlannedFinish("2029-06-30")
                    .addContributions(
                        Contribution.newBuilder()
                            .setIndicatorId(INDICATOR)
                            .setAmount(amount)
                            .setMode(ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION)
                            .setProvenance(Provenance.PROVENANCE_ASSUMED)));
    if (percent >= 0) {
      state.addReports(
          ProgressReport.newBuilder()
              .setReportId(
                  UUID.nameUUIDFromBytes(
                          (id + version).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                      .toString())
              .setAsOf("2027-06-25")
              .setPercentComplete(percent)
              .setExpectedFinish(expectedFinish)
              .setProvenance(Provenance.PROVENANCE_REPORTED)
              .setRecordedAt(timestamp("2027-06-26T00:00:00Z")));
    }
    ProjectEvent event = ProjectEvent.newBuilder().setState(state).build();
    return new ReceivedEvent(
        UUID.randomUUID().toString(),
        "waymark.registry.project.v1",
        PLAN + "/" + id,
        "waymark.registry.v1.ProjectEvent",
        event.toByteArray(),
        Instant.parse("2027-06-26T00:00:00Z"));
  }

  /** The same event, the project with these points (date, percent) as its schedule. */
  static ReceivedEvent scheduled(ReceivedEvent event, Map<String, Double> points)
      throws InvalidProtocolBufferException {
    ProjectEvent.Builder changed = ProjectEvent.parseFrom(event.payload()).toBuilder();
    Project.Builder project = changed.getStateBuilder().getProjectBuilder();
    new TreeMap<>(points)
        .forEach((date, percent) ->
            project.addSchedule(
                SchedulePoint.newBuilder()
                    .setDate(date)
                    .setPercent(percent)
                    .setMilestone(text("隧道贯通", "Tunnel through"))));
    return new ReceivedEvent(
        event.id(),
        event.topic(),
        event.key(),
        event.type(),
        changed.build().toByteArray(),
        event.time());
  }

  static List<ReceivedEvent> bothLinesOnTime() {
    return List.of(
        line("line-11", "30", 1, 70, "2029-03-31"), line("line-12", "37", 1, 72, "2029-03-31"));
  }

  static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }

  static Timestamp timestamp(String instant) {
    Instant at = Instant.parse(instant);
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
