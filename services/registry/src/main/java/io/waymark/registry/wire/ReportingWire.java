package io.waymark.registry.wire;

import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.honesty.Kind;
import io.waymark.proto.registry.v1.Finding;
import io.waymark.proto.registry.v1.FindingKind;
import io.waymark.proto.registry.v1.Review;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Punctuality;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.proto.type.v1.ReportingRule;
import io.waymark.registry.app.Reporting.Found;
import io.waymark.registry.app.Reporting.Owed;
import io.waymark.registry.app.Reporting.Reviewed;
import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.RuleDraft;
import io.waymark.registry.domain.RuleSetting;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The reporting calendar and findings. */
public final class ReportingWire {
  private ReportingWire() {}

  /** A report that is owed. */
  public static ReportingDuty duty(Owed owed, LocalDate today) {
    ProjectDefinition project = owed.project().state().definition();
    Duty duty = owed.duty();
    return ReportingDuty.newBuilder()
        .setPlanId(project.key().planId())
        .setSubjectId(duty.subjectId())
        .setName(TypeWire.text(project.name()))
        .setBureauId(project.leadBureauId())
        .setFrequency(duty.period().frequency().word())
        .setPeriodStart(duty.period().first().toString())
        .setPeriodEnd(duty.period().last().toString())
        .setDue(duty.due().toString())
        .setCloses(duty.closes().toString())
        .setStanding(standing(duty.standing()))
        .setFiledOn(TypeWire.date(duty.filedOn()))
        .setDaysLate(duty.daysLate(today))
        .build();
  }

  /** What was looked at in one project, in numbers. */
  public static Review review(Reviewed reviewed) {
    ProjectDefinition project = reviewed.project().state().definition();
    return Review.newBuilder()
        .setProjectId(project.key().projectId())
        .setBureauId(project.leadBureauId())
        .setReports(reviewed.reports())
        .setFindings(reviewed.findings())
        .build();
  }

  /** The word of the contract. */
  public static DutyStanding standing(Duty.Standing standing) {
    return DutyStanding.valueOf("DUTY_STANDING_" + standing.name());
  }

  /** How punctual a bureau was. */
  public static Punctuality punctuality(
      String bureauId, io.waymark.calendar.reporting.Punctuality punctuality) {
    return Punctuality.newBuilder()
        .setBureauId(bureauId)
        .setInTime(punctuality.inTime())
        .setLate(punctuality.late())
        .setMissing(punctuality.missing())
        .setDue(punctuality.due())
        .setDaysLate(punctuality.daysLate())
        .build();
  }

  /** The rules that hold where none is set. */
  public static List<ReportingRule> usualRules() {
    return Stream.of(Frequency.values())
        .map(frequency -> rule(Objects.requireNonNull(DueRules.OF_PROJECTS.get(frequency))).build())
        .toList();
  }

  /** A rule as it was set. */
  public static ReportingRule rule(RuleSetting setting) {
    return rule(setting.entry().rule())
        .setSubjectId(setting.entry().subjectId())
        .setEffective(setting.entry().effective().toString())
        .setActor(TypeWire.actor(setting.actor()))
        .setRecordedAt(TypeWire.timestamp(setting.recordedAt()))
        .build();
  }

  private static ReportingRule.Builder rule(DueRule rule) {
    return ReportingRule.newBuilder()
        .setFrequency(rule.frequency().word())
        .setMonthsAfter(rule.monthsAfter())
        .setDay(rule.day())
        .setGraceDays(rule.graceDays());
  }

  /** A rule as its author wrote it, unchecked. */
  public static RuleDraft draft(SetReportingRuleRequest request) {
    ReportingRule rule = request.getRule();
    return new RuleDraft(
        request.getPlanId(),
        rule.getSubjectId(),
        rule.getFrequency(),
        rule.getMonthsAfter(),
        rule.getDay(),
        rule.getGraceDays(),
        rule.getEffective());
  }

  /** A report that is worth a second look. */
  public static Finding finding(Found found) {
    ProjectDefinition project = found.project().state().definition();
    return Finding.newBuilder()
        .setPlanId(project.key().planId())
        .setProjectId(project.key().projectId())
        .setProjectName(TypeWire.text(project.name()))
        .setBureauId(project.leadBureauId())
        .setKind(kind(found.finding().kind()))
        .setReportId(found.finding().reportId())
        .setAsOf(found.finding().asOf().toString())
        .setReason(
            LocalizedText.newBuilder().setZh(found.finding().zh()).setEn(found.finding().en()))
        .setProvenance(TypeWire.provenance(found.report().provenance()))
        .setRecordedAt(TypeWire.timestamp(found.report().recordedAt()))
        .build();
  }

  /** The word of the contract. */
  public static FindingKind kind(Kind kind) {
    return FindingKind.valueOf("FINDING_KIND_" + kind.name());
  }
}
