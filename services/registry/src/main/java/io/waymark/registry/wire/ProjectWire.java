package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Store;
import io.waymark.registry.domain.ContributionDraft;
import io.waymark.registry.domain.ContributionMode;
import io.waymark.registry.domain.PhaseTimeline;
import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectKey;
import java.math.BigDecimal;
import java.util.Comparator;

/** Projects and their states. */
public final class ProjectWire {
  private static final String MODE = "CONTRIBUTION_MODE_";
  private static final String PHASE = "PHASE_";
  private static final String PROVENANCE = "PROVENANCE_";
  private static final String STORE = "STORE_";

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
        ScheduleWire.drafts(project.getScheduleList()),
        DetailWire.draft(project));
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
        project.getScheduleList().stream().map(ScheduleWire::point).toList(),
        DetailWire.details(project));
  }

  /** For readers and for the database. */
  public static Project project(ProjectDefinition project) {
    Project.Builder to =
        Project.newBuilder()
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
            .addAllSchedule(ScheduleWire.points(project.schedule()));
    DetailWire.write(project.details(), to);
    return to.build();
  }

  /** As we wrote it. */
  public static io.waymark.registry.domain.ProjectState state(ProjectState state) {
    return new io.waymark.registry.domain.ProjectState(
        definition(state.getProject()),
        state.getVersion(),
        state.getReportsList().stream().map(ReportWire::report).toList(),
        state.getSuspensionsList().stream().map(ReportWire::suspension).toList(),
        state.getPhaseMovesList().stream()
            .filter(move -> move.getReportId().isEmpty())
            .map(PhaseWire::move)
            .sorted(Comparator.comparingLong(io.waymark.registry.domain.PhaseMove::order))
            .toList(),
        state.getScheduleRevisionsList().stream().map(ScheduleWire::version).toList());
  }

  /** For the database: everything. Readers and consumers get {@link ToldStates#told}. */
  public static ProjectState state(io.waymark.registry.domain.ProjectState state) {
    return ProjectState.newBuilder()
        .setProject(project(state.definition()))
        .setVersion(state.version())
        .setPhase(phase(state.phase()))
        .addAllReports(state.reports().stream().map(ReportWire::report).toList())
        .addAllSuspensions(state.suspensions().stream().map(ReportWire::suspension).toList())
        .addAllPhaseMoves(PhaseTimeline.of(state).steps().stream().map(PhaseWire::step).toList())
        .setStore(Store.valueOf(STORE + io.waymark.registry.domain.Store.of(state.phase()).name()))
        .addAllScheduleRevisions(state.revisions().stream().map(ScheduleWire::version).toList())
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
