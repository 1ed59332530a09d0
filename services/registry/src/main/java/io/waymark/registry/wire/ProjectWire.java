package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.registry.domain.ContributionDraft;
import io.waymark.registry.domain.ContributionMode;
import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.SchedulePointDraft;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Projects and their states. */
public final class ProjectWire {
  private static final String MODE = "CONTRIBUTION_MODE_";
  private static final String PHASE = "PHASE_";
  private static final String PROVENANCE = "PROVENANCE_";

  private ProjectWire() {}

  /** As a caller wrote it, unchecked. */
  public static ProjectDraft draft(Project project) {
    return new ProjectDraft(
        project.getPlanId(),
        project.getProjectId(),
        TypeWire.text(project.getName()),
        project.getCategory(),
        TypeWire.word(project.getPhase(), project.getPhaseValue(), PHASE),
        project.getLeadBureauId(),
        project.getSupportingBureauIdsList(),
        project.getPlannedStart(),
        project.getPlannedFinish(),
        project.getContributionsList().stream().map(ProjectWire::draft).toList(),
        project.getAssumedFieldsList(),
        TypeWire.source(project.getSource()),
        project.getReportingFrequency(),
        project.getScheduleList().stream()
            .map(point ->
                new SchedulePointDraft(
                    point.getDate(), point.getPercent(), TypeWire.text(point.getMilestone())))
            .toList());
  }

  /** As we wrote it. */
  public static ProjectDefinition definition(Project project) {
    return new ProjectDefinition(
        new ProjectKey(project.getPlanId(), project.getProjectId()),
        TypeWire.text(project.getName()),
        project.getCategory(),
        phase(project.getPhase()),
        project.getLeadBureauId(),
        project.getSupportingBureauIdsList(),
        TypeWire.date(project.getPlannedStart()),
        TypeWire.date(project.getPlannedFinish()),
        project.getContributionsList().stream().map(ProjectWire::contribution).toList(),
        project.getAssumedFieldsList(),
        TypeWire.source(project.getSource()),
        project.getReportingFrequency(),
        project.getScheduleList().stream().map(ProjectWire::point).toList());
  }

  private static io.waymark.registry.domain.SchedulePoint point(SchedulePoint point) {
    return new io.waymark.registry.domain.SchedulePoint(
        LocalDate.parse(point.getDate()), point.getPercent(), TypeWire.text(point.getMilestone()));
  }

  private static SchedulePoint point(io.waymark.registry.domain.SchedulePoint point) {
    SchedulePoint.Builder to =
        SchedulePoint.newBuilder().setDate(point.date().toString()).setPercent(point.percent());
    return point.milestone().zh().isEmpty() && point.milestone().en().isEmpty()
        ? to.build()
        : to.setMilestone(TypeWire.text(point.milestone())).build();
  }

  /** For readers and for the database. */
  public static Project project(ProjectDefinition project) {
    return Project.newBuilder()
        .setPlanId(project.key().planId())
        .setProjectId(project.key().projectId())
        .setName(TypeWire.text(project.name()))
        .setCategory(project.category())
        .setPhase(phase(project.phase()))
        .setLeadBureauId(project.leadBureauId())
        .addAllSupportingBureauIds(project.supportingBureauIds())
        .setPlannedStart(TypeWire.date(project.plannedStart()))
        .setPlannedFinish(TypeWire.date(project.plannedFinish()))
        .addAllContributions(
            project.contributions().stream().map(ProjectWire::contribution).toList())
        .addAllAssumedFields(project.assumedFields())
        .setSource(TypeWire.source(project.source()))
        .setReportingFrequency(project.reportingFrequency())
        .addAllSchedule(project.schedule().stream().map(ProjectWire::point).toList())
        .build();
  }

  /** As we wrote it. */
  public static io.waymark.registry.domain.ProjectState state(ProjectState state) {
    return new io.waymark.registry.domain.ProjectState(
        definition(state.getProject()),
        state.getVersion(),
        state.getReportsList().stream().map(ReportWire::report).toList(),
        state.getSuspensionsList().stream().map(ReportWire::suspension).toList());
  }

  /** For readers, for the topic and for the database. */
  public static ProjectState state(io.waymark.registry.domain.ProjectState state) {
    return ProjectState.newBuilder()
        .setProject(project(state.definition()))
        .setVersion(state.version())
        .setPhase(phase(state.phase()))
        .addAllReports(state.reports().stream().map(ReportWire::report).toList())
        .addAllSuspensions(state.suspensions().stream().map(ReportWire::suspension).toList())
        .build();
  }

  static io.waymark.registry.domain.Phase phase(Phase phase) {
    return io.waymark.registry.domain.Phase.valueOf(phase.name().substring(PHASE.length()));
  }

  static Phase phase(io.waymark.registry.domain.Phase phase) {
    return Phase.valueOf(PHASE + phase.name());
  }

  private static ContributionDraft draft(Contribution contribution) {
    return new ContributionDraft(
        contribution.getIndicatorId(),
        contribution.getAmount(),
        TypeWire.word(contribution.getMode(), contribution.getModeValue(), MODE),
        TypeWire.word(contribution.getProvenance(), contribution.getProvenanceValue(), PROVENANCE));
  }

  private static io.waymark.registry.domain.Contribution contribution(Contribution contribution) {
    return new io.waymark.registry.domain.Contribution(
        contribution.getIndicatorId(),
        new BigDecimal(contribution.getAmount()),
        ContributionMode.valueOf(
            TypeWire.word(contribution.getMode(), contribution.getModeValue(), MODE)),
        TypeWire.provenance(contribution.getProvenance()));
  }

  private static Contribution contribution(io.waymark.registry.domain.Contribution contribution) {
    return Contribution.newBuilder()
        .setIndicatorId(contribution.indicatorId())
        .setAmount(contribution.amount().toPlainString())
        .setMode(
            io.waymark.proto.registry.v1.ContributionMode.valueOf(
                MODE + contribution.mode().name()))
        .setProvenance(TypeWire.provenance(contribution.provenance()))
        .build();
  }
}
