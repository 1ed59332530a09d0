package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Cause;
import io.waymark.alerting.domain.Lights;
import io.waymark.alerting.domain.Outlook;
import io.waymark.alerting.domain.Pins;
import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Verdict;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.TargetOutlook;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a verdict as a judgement's message, to be kept until its bureau is known. */
public final class VerdictWriter {
  private VerdictWriter() {}

  /** The message that {@link VerdictReader} reads as this verdict. */
  public static Judgement write(Verdict verdict) {
    Judgement.Builder judgement =
        Judgement.newBuilder()
            .setJudgementId(verdict.judgementId())
            .setKind(Kinds.subject(verdict.subject().kind()))
            .setPlanId(verdict.subject().planId())
            .setSubjectId(verdict.subject().subjectId())
            .setSubjectName(Fields.text(verdict.name()))
            .setIndicatorId(verdict.indicatorId())
            .setCategory(verdict.category())
            .setLeadBureauId(verdict.leadBureauId())
            .setLeadBureauName(Fields.text(verdict.leadBureauName()))
            .setBinding(verdict.binding())
            .setAsOf(verdict.asOf().toString())
            .setRecordedAt(Fields.time(verdict.recordedAt()))
            .setVersion(verdict.version())
            .setLights(lights(verdict.lights()))
            .setSentence(Fields.text(verdict.sentence()))
            .setPins(pins(verdict.pins()))
            .setSimulated(verdict.simulated())
            .setAssumed(verdict.assumed())
            .setCauseEventId(verdict.causeEventId())
            .setCauseProjectId(verdict.causeProjectId());
    verdict.causes().forEach(cause -> judgement.addCauses(cause(cause)));
    set(verdict.target(), target -> target(target, judgement));
    set(verdict.project(), project -> judgement.setProject(project(project)));
    return judgement.build();
  }

  private static io.waymark.proto.indicator.v1.Lights lights(Lights lights) {
    return io.waymark.proto.indicator.v1.Lights.newBuilder()
        .setPosition(Kinds.light(lights.position()))
        .setOutlook(Kinds.light(lights.outlook()))
        .setFreshness(Kinds.light(lights.freshness()))
        .setOverall(Kinds.light(lights.overall()))
        .build();
  }

  private static void target(TargetFigures from, Judgement.Builder judgement) {
    io.waymark.proto.indicator.v1.TargetFigures.Builder target =
        io.waymark.proto.indicator.v1.TargetFigures.newBuilder()
            .setUnit(Fields.text(from.unit()))
            .setBaseValue(Fields.decimal(from.baseValue()))
            .setBaseDate(Fields.date(from.baseDate()))
            .setTargetValue(Fields.decimal(from.targetValue()))
            .setTargetValueMax(Fields.decimal(from.targetValueMax()))
            .setComparator(Kinds.comparator(from.comparator()))
            .setDirection(Kinds.direction(from.direction()))
            .setDue(Fields.date(from.due()))
            .setValue(Fields.decimal(from.value()))
            .setValueDate(Fields.date(from.valueDate()));
    set(from.scheduled(), target::setScheduled);
    set(from.ratio(), target::setRatio);
    set(from.pointsBehind(), target::setPointsBehind);
    set(from.gap(), target::setGap);
    set(from.expectedGap(), target::setExpectedGap);
    judgement.setTarget(target);
    set(from.outlook(), outlook -> judgement.setOutlook(outlook(outlook)));
  }

  private static TargetOutlook outlook(Outlook outlook) {
    return TargetOutlook.newBuilder()
        .setPMeet(outlook.pMeet())
        .setAtDue(quantiles(outlook.atDue()))
        .build();
  }

  static io.waymark.proto.indicator.v1.Quantiles quantiles(Quantiles at) {
    return io.waymark.proto.indicator.v1.Quantiles.newBuilder()
        .setP10(at.p10())
        .setP25(at.p25())
        .setP50(at.p50())
        .setP75(at.p75())
        .setP90(at.p90())
        .build();
  }

  private static io.waymark.proto.indicator.v1.ProjectFigures project(ProjectFigures from) {
    io.waymark.proto.indicator.v1.ProjectFigures.Builder project =
        io.waymark.proto.indicator.v1.ProjectFigures.newBuilder()
            .setPercentDate(Fields.date(from.percentDate()))
            .setPlannedFinish(Fields.date(from.plannedFinish()))
            .setDeclaredFinish(Fields.date(from.declaredFinish()))
            .setFinishP10(Fields.date(from.finishP10()))
            .setFinishP50(Fields.date(from.finishP50()))
            .setFinishP90(Fields.date(from.finishP90()))
            .setObstacle(from.obstacle());
    set(from.percentComplete(), project::setPercentComplete);
    set(from.scheduledPercent(), project::setScheduledPercent);
    set(from.ratio(), project::setRatio);
    set(from.pointsBehind(), project::setPointsBehind);
    set(from.pOnTime(), project::setPOnTime);
    set(from.expectedDelayDays(), project::setExpectedDelayDays);
    return project.build();
  }

  private static io.waymark.proto.indicator.v1.Cause cause(Cause from) {
    return io.waymark.proto.indicator.v1.Cause.newBuilder()
        .setProjectId(from.projectId())
        .setName(Fields.text(from.name()))
        .setAmount(from.amount())
        .setPComplete(from.pComplete())
        .setExpectedFinish(Fields.date(from.expectedFinish()))
        .setPlannedFinish(Fields.date(from.plannedFinish()))
        .setContribution(from.contribution())
        .setLeadBureauId(from.leadBureauId())
        .setAssumed(from.assumed())
        .build();
  }

  private static io.waymark.proto.indicator.v1.Pins pins(Pins from) {
    return io.waymark.proto.indicator.v1.Pins.newBuilder()
        .setRulebook(from.rulebook())
        .setRulebookVersion(from.rulebookVersion())
        .setEngineVersion(from.engineVersion())
        .setTargetVersion(from.targetVersion())
        .build();
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
