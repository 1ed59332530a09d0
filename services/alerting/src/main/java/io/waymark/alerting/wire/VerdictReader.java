package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Cause;
import io.waymark.alerting.domain.Lights;
import io.waymark.alerting.domain.Outlook;
import io.waymark.alerting.domain.Pins;
import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Verdict;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a judgement's message. */
public final class VerdictReader {
  private VerdictReader() {}

  /**
   * The verdict that a judgement carries.
   *
   * @throws IllegalArgumentException if it names no subject
   */
  public static Verdict read(Judgement judgement) {
    SubjectKey subject =
        new SubjectKey(
            Kinds.subject(judgement.getKind()), judgement.getPlanId(), judgement.getSubjectId());
    if (subject.planId().isEmpty() || subject.subjectId().isEmpty()) {
      throw new IllegalArgumentException(
          "subject: " + subject + " (expected: a plan id and a subject id)");
    }
    return new Verdict(
        judgement.getJudgementId(),
        subject,
        Fields.text(judgement.getSubjectName()),
        judgement.getIndicatorId(),
        judgement.getCategory(),
        judgement.getLeadBureauId(),
        Fields.text(judgement.getLeadBureauName()),
        judgement.getBinding(),
        LocalDate.parse(judgement.getAsOf()),
        Fields.time(judgement.getRecordedAt()),
        judgement.getVersion(),
        lights(judgement.getLights()),
        judgement.hasTarget() ? target(judgement) : null,
        judgement.hasProject() ? project(judgement.getProject()) : null,
        judgement.getCausesList().stream().map(VerdictReader::cause).toList(),
        Fields.text(judgement.getSentence()),
        pins(judgement.getPins()),
        judgement.getSimulated(),
        judgement.getAssumed(),
        judgement.getCauseEventId(),
        judgement.getCauseProjectId());
  }

  private static Lights lights(io.waymark.proto.indicator.v1.Lights lights) {
    return new Lights(
        Kinds.light(lights.getPosition()),
        Kinds.light(lights.getOutlook()),
        Kinds.light(lights.getFreshness()),
        Kinds.light(lights.getOverall()));
  }

  private static TargetFigures target(Judgement judgement) {
    io.waymark.proto.indicator.v1.TargetFigures target = judgement.getTarget();
    return new TargetFigures(
        Fields.text(target.getUnit()),
        Fields.decimal(target.getBaseValue()),
        Fields.date(target.getBaseDate()),
        Fields.decimal(target.getTargetValue()),
        Fields.decimal(target.getTargetValueMax()),
        Kinds.comparator(target.getComparator()),
        Kinds.direction(target.getDirection()),
        Fields.date(target.getDue()),
        Fields.decimal(target.getValue()),
        Fields.date(target.getValueDate()),
        target.hasScheduled() ? (Double) target.getScheduled() : null,
        target.hasRatio() ? (Double) target.getRatio() : null,
        target.hasPointsBehind() ? (Double) target.getPointsBehind() : null,
        target.hasGap() ? (Double) target.getGap() : null,
        target.hasExpectedGap() ? (Double) target.getExpectedGap() : null,
        judgement.hasOutlook() ? outlook(judgement.getOutlook()) : null);
  }

  private static Outlook outlook(io.waymark.proto.indicator.v1.TargetOutlook outlook) {
    io.waymark.proto.indicator.v1.Quantiles at = outlook.getAtDue();
    return new Outlook(
        outlook.getPMeet(),
        new Quantiles(at.getP10(), at.getP25(), at.getP50(), at.getP75(), at.getP90()));
  }

  private static ProjectFigures project(io.waymark.proto.indicator.v1.ProjectFigures project) {
    return new ProjectFigures(
        project.hasPercentComplete() ? (Double) project.getPercentComplete() : null,
        Fields.date(project.getPercentDate()),
        project.hasScheduledPercent() ? (Double) project.getScheduledPercent() : null,
        project.hasRatio() ? (Double) project.getRatio() : null,
        project.hasPointsBehind() ? (Double) project.getPointsBehind() : null,
        Fields.date(project.getPlannedFinish()),
        Fields.date(project.getDeclaredFinish()),
        Fields.date(project.getFinishP10()),
        Fields.date(project.getFinishP50()),
        Fields.date(project.getFinishP90()),
        project.hasPOnTime() ? (Double) project.getPOnTime() : null,
        delay(project),
        project.getObstacle());
  }

  private static @Nullable Integer delay(io.waymark.proto.indicator.v1.ProjectFigures project) {
    return project.hasExpectedDelayDays() ? project.getExpectedDelayDays() : null;
  }

  private static Cause cause(io.waymark.proto.indicator.v1.Cause cause) {
    return new Cause(
        cause.getProjectId(),
        Fields.text(cause.getName()),
        cause.getAmount(),
        cause.getPComplete(),
        Fields.date(cause.getExpectedFinish()),
        Fields.date(cause.getPlannedFinish()),
        cause.getContribution(),
        cause.getLeadBureauId(),
        cause.getAssumed());
  }

  private static Pins pins(io.waymark.proto.indicator.v1.Pins pins) {
    return new Pins(
        pins.getRulebook(),
        pins.getRulebookVersion(),
        pins.getEngineVersion(),
        pins.getTargetVersion());
  }
}
