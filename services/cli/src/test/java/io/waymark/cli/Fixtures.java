package io.waymark.cli;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.waymark.proto.indicator.v1.Cause;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.Quantiles;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;
import io.waymark.proto.indicator.v1.UnknownReason;
import io.waymark.proto.indicator.v1.WhatIfChange;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.LocalizedText;
import java.time.Instant;

/** The rail target of Wuhan's plan and the metro line that it waits for, on 30 June 2027. */
final class Fixtures {
  static final Instant NOW = Instant.parse("2027-06-30T01:00:00Z");
  static final String TODAY = "2027-06-30";
  static final String RAIL = "rail-transit-length-2030";
  static final String METRO = "metro-12";

  private Fixtures() {}

  static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }

  static Timestamp at(Instant instant) {
    return Timestamps.fromMillis(instant.toEpochMilli());
  }

  static Plan plan() {
    return Plan.newBuilder()
        .setPlanId("wuhan-15")
        .setName(text("武汉市“十五五”规划", "Wuhan's 15th Five-Year Plan"))
        .setStart("2026-01-01")
        .setEnd("2030-12-31")
        .setRulebook("wuhan")
        .setSource("武汉市人民政府")
        .build();
  }

  static Indicator indicator() {
    return Indicator.newBuilder()
        .setIndicatorId("rail-transit-length")
        .setName(text("轨道交通运营里程", "Urban rail length"))
        .setCategory("transport")
        .setUnit(text("公里", "km"))
        .setLeadBureauId("transport")
        .addAssumedFields("lead_bureau_id")
        .addTargets(Target.newBuilder().setTargetId(RAIL).setValue("645").setDue("2030-12-31"))
        .build();
  }

  /** The rail target, judged at risk. */
  static Judgement rail() {
    return Judgement.newBuilder()
        .setJudgementId("j-rail-1")
        .setKind(SubjectKind.SUBJECT_KIND_TARGET)
        .setPlanId("wuhan-15")
        .setSubjectId(RAIL)
        .setSubjectName(text("轨道交通运营里程", "Urban rail length"))
        .setIndicatorId("rail-transit-length")
        .setCategory("transport")
        .setLeadBureauId("transport")
        .setLeadBureauName(text("市交通局", "Transport Bureau"))
        .setBinding(true)
        .setAsOf(TODAY)
        .setVersion(1)
        .setLights(
            lights(Light.LIGHT_AT_RISK, Light.LIGHT_OFF_TRACK, Light.LIGHT_ON_TRACK)
                .setOverall(Light.LIGHT_AT_RISK))
        .setTarget(figures())
        .setOutlook(
            TargetOutlook.newBuilder()
                .setPMeet(0.21)
                .setAtDue(Quantiles.newBuilder().setP10(612).setP25(620).setP50(628).setP90(641.2)))
        .addCauses(
            Cause.newBuilder()
                .setProjectId(METRO)
                .setName(text("12号线武昌段", "Line 12, Wuchang section"))
                .setAmount(-9.5)
                .setPComplete(0.35)
                .setExpectedFinish("2031-09-30")
                .setPlannedFinish("2029-12-31")
                .setContribution(14.6)
                .setAssumed(true))
        .addCauses(Cause.newBuilder().setName(text("自身走势", "Its own trend")).setAmount(-1.25))
        .setSentence(
            text(
                "轨道交通运营里程 590 公里，比序时进度少 8.0 公里。",
                "Urban rail length is 590 km, 8.0 km short of the schedule."))
        .setPins(pins().setTargetVersion(1))
        .setSimulated(true)
        .setAssumed(true)
        .build();
  }

  private static TargetFigures figures() {
    return TargetFigures.newBuilder()
        .setUnit(text("公里", "km"))
        .setBaseValue("578")
        .setBaseDate("2025-12-31")
        .setTargetValue("645")
        .setComparator(Comparator.COMPARATOR_GE)
        .setDirection(Direction.DIRECTION_UP)
        .setDue("2030-12-31")
        .setValue("590")
        .setValueDate(TODAY)
        .setScheduled(598.0345)
        .setRatio(0.599)
        .setPointsBehind(12.02)
        .setGap(-8.0345)
        .setExpectedGap(-17.0)
        .build();
  }

  /** The metro line, on track. */
  static Judgement metro() {
    return Judgement.newBuilder()
        .setJudgementId("j-metro-1")
        .setKind(SubjectKind.SUBJECT_KIND_PROJECT)
        .setPlanId("wuhan-15")
        .setSubjectId(METRO)
        .setSubjectName(text("12号线武昌段", "Line 12, Wuchang section"))
        .setCategory("metro")
        .setLeadBureauId("transport")
        .setLeadBureauName(text("市交通局", "Transport Bureau"))
        .setAsOf(TODAY)
        .setVersion(3)
        .setLights(
            lights(Light.LIGHT_ON_TRACK, Light.LIGHT_ON_TRACK, Light.LIGHT_ON_TRACK)
                .setOverall(Light.LIGHT_ON_TRACK))
        .setProject(
            ProjectFigures.newBuilder()
                .setPercentComplete(46.5)
                .setPercentDate("2027-03-31")
                .setScheduledPercent(50)
                .setRatio(0.93)
                .setPointsBehind(3.5)
                .setPlannedFinish("2029-12-31")
                .setDeclaredFinish("2029-12-31")
                .setFinishP10("2029-11-30")
                .setFinishP50("2030-02-15")
                .setFinishP90("2030-08-31")
                .setPOnTime(0.44)
                .setExpectedDelayDays(46)
                .setObstacle("管线迁改未完成"))
        .setSentence(
            text(
                "12号线武昌段形象进度 46.5%，基本按期。",
                "Line 12, Wuchang section is 46.5% done, about on time."))
        .setPins(pins())
        .build();
  }

  /** A target that nobody can judge yet. */
  static Judgement awaiting() {
    return Judgement.newBuilder()
        .setKind(SubjectKind.SUBJECT_KIND_TARGET)
        .setPlanId("wuhan-15")
        .setSubjectId("energy-intensity-2030")
        .setSubjectName(text("单位地区生产总值能耗降低", "Cut of energy use per unit of GDP"))
        .setIndicatorId("energy-intensity")
        .setCategory("energy")
        .setLeadBureauId("plan-office")
        .setAsOf(TODAY)
        .setVersion(1)
        .setLights(
            lights(Light.LIGHT_UNKNOWN, Light.LIGHT_UNKNOWN, Light.LIGHT_UNKNOWN)
                .setOverall(Light.LIGHT_UNKNOWN)
                .setUnknownReason(UnknownReason.UNKNOWN_REASON_AWAITING_TARGET))
        .setTarget(TargetFigures.newBuilder().setUnit(text("%", "%")).setDue("2030-12-31"))
        .setSentence(text("目标待上级下达。", "The target is still to be set by the superior."))
        .setPins(pins())
        .build();
  }

  /** A subject as it would be judged if things went worse. */
  static WhatIfChange worse(Judgement now) {
    Judgement.Builder then = now.toBuilder().setJudgementId("what-if");
    then.getLightsBuilder().setOverall(Light.LIGHT_OFF_TRACK);
    if (then.hasOutlook()) {
      then.getOutlookBuilder().setPMeet(0.04).getAtDueBuilder().setP50(615.5);
    } else {
      then.getProjectBuilder().setPOnTime(0.005).setFinishP50("2032-01-15");
    }
    return WhatIfChange.newBuilder().setBefore(now).setAfter(then).build();
  }

  /** The version that a revision brings. */
  static Target revised(ReviseTargetRequest request) {
    return Target.newBuilder()
        .setTargetId(request.getTargetId())
        .setValue(request.getValue())
        .setComparator(Comparator.COMPARATOR_GE)
        .setDue("2030-12-31")
        .setVersion(2)
        .setInstrument(
            Instrument.newBuilder()
                .setKind(InstrumentKind.INSTRUMENT_KIND_REVISION)
                .setDocument(request.getDocument())
                .setApprover(request.getApprover())
                .setReason(request.getReason())
                .setEffective(request.getEffective())
                .setRecordedAt(at(NOW))
                .setActor(Actor.newBuilder().setName("zhang.min")))
        .build();
  }

  /** The version that the plan stated. */
  static Target asPlanned(String targetId) {
    return Target.newBuilder()
        .setTargetId(targetId)
        .setValue("645")
        .setComparator(Comparator.COMPARATOR_GE)
        .setDue("2030-12-31")
        .setVersion(1)
        .setInstrument(
            Instrument.newBuilder()
                .setKind(InstrumentKind.INSTRUMENT_KIND_PLAN)
                .setRecordedAt(at(NOW))
                .setActor(Actor.newBuilder().setName("zhang.min")))
        .build();
  }

  static ExplanationStep step(String part, String zh, String en, String arithmetic) {
    return ExplanationStep.newBuilder()
        .setPart(part)
        .setLabel(text(zh, en))
        .setArithmetic(arithmetic)
        .setResult(text("598.0 公里", "598.0 km"))
        .build();
  }

  private static Lights.Builder lights(Light position, Light outlook, Light freshness) {
    return Lights.newBuilder().setPosition(position).setOutlook(outlook).setFreshness(freshness);
  }

  private static Pins.Builder pins() {
    return Pins.newBuilder()
        .setRulebook("wuhan")
        .setRulebookVersion(1)
        .setEngineVersion("1.0.0")
        .addInputIds("o-1")
        .addInputIds("r-1");
  }
}
