package io.waymark.indicator.judge;

import io.waymark.judging.Comparator;
import io.waymark.judging.Contribution;
import io.waymark.judging.ContributionMode;
import io.waymark.judging.Direction;
import io.waymark.judging.Exactness;
import io.waymark.judging.Figure;
import io.waymark.judging.Frequency;
import io.waymark.judging.Judge;
import io.waymark.judging.Measure;
import io.waymark.judging.Phase;
import io.waymark.judging.ProgressReport;
import io.waymark.judging.ProjectForecast;
import io.waymark.judging.ProjectQuestion;
import io.waymark.judging.ReferenceClass;
import io.waymark.judging.SchedulePoint;
import io.waymark.judging.Suspension;
import io.waymark.judging.TargetBuilder;
import io.waymark.judging.TargetQuestion;
import io.waymark.judging.Text;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts facts as questions to the judging library. */
final class Questions {
  /** Fields of a target that a judgement rests on. */
  private static final Set<String> TERMS =
      Set.of(
          "targets.value",
          "targets.value_max",
          "targets.comparator",
          "targets.due",
          "targets.base_value",
          "targets.base_date");

  private final Facts facts;
  private final LocalDate asOf;
  private final Map<String, Double> carriedShares;

  Questions(Facts facts, LocalDate asOf, Map<String, Double> carriedShares) {
    this.facts = facts;
    this.carriedShares = carriedShares;
    this.asOf = asOf;
  }

  ProjectQuestion ofProject(ProjectState registered) {
    ProjectState state = InForce.scheduled(registered, asOf);
    Project project = state.getProject();
    return new ProjectQuestion(
        Dates.of(project.getPlannedStart()),
        Dates.of(project.getPlannedFinish()),
        phase(project.getPhase()),
        InForce.told(state).stream().map(Questions::report).toList(),
        state.getSuspensionsList().stream()
            .map(s -> new Suspension(LocalDate.parse(s.getFrom()), Dates.of(s.getUntil())))
            .toList(),
        Frequency.of(
            project.getReportingFrequency().isEmpty()
                ? "quarterly"
                : project.getReportingFrequency()),
        project.getCategory(),
        project.getAssumedFieldsList().stream().anyMatch(Questions::bearsOnTheSchedule),
        facts.rulebook(),
        asOf,
        project.getScheduleList().stream().map(Questions::point).toList());
  }

  private static boolean bearsOnTheSchedule(String assumedField) {
    return assumedField.equals("planned_finish") || assumedField.startsWith("schedule.");
  }

  private static SchedulePoint point(io.waymark.proto.registry.v1.SchedulePoint point) {
    LocalizedText name = point.getMilestone();
    return new SchedulePoint(
        LocalDate.parse(point.getDate()),
        point.getPercent(),
        point.hasMilestone() ? new Text(name.getZh(), name.getEn()) : null);
  }

  TargetQuestion ofTarget(
      Indicator indicator, Target target, Function<ProjectState, ProjectForecast> forecasts) {
    return builder(indicator, target, forecasts).judgedBy(facts.rulebook(), asOf);
  }

  /** Nothing but the kind of quantity. */
  TargetBuilder kind(Indicator indicator, Target target) {
    return builder(
            indicator.toBuilder().clearFollowsIndicatorId().build(),
            target.toBuilder()
                .setComparator(io.waymark.proto.indicator.v1.Comparator.COMPARATOR_EQ)
                .build(),
            state -> Judge.forecast(ofProject(state)))
        .figures(List.of())
        .contributions(List.of());
  }

  TargetBuilder builder(
      Indicator indicator, Target target, Function<ProjectState, ProjectForecast> forecasts) {
    String followed = indicator.getFollowsIndicatorId();
    return TargetQuestion.of(
            Measure.valueOf(plain(indicator.getMeasure().name(), "MEASURE_")),
            Comparator.valueOf(plain(target.getComparator().name(), "COMPARATOR_")),
            Direction.valueOf(plain(indicator.getDirection().name(), "DIRECTION_")))
        .value(decimal(target.getValue()))
        .valueMax(decimal(target.getValueMax()))
        .base(decimal(target.getBaseValue()), Dates.of(target.getBaseDate()))
        .plan(LocalDate.parse(facts.plan().getStart()), LocalDate.parse(facts.plan().getEnd()))
        .due(LocalDate.parse(target.getDue()))
        .frequency(Frequency.of(indicator.getReportingFrequency()))
        .figures(figures(indicator.getIndicatorId()))
        .follows(followed.isEmpty() ? null : figures(followed))
        .contributions(contributions(indicator, forecasts))
        .yearToDate(indicator.getYearToDate())
        .reference(reference(indicator))
        .waypoints(AnnualStep.waypoints(facts.plan(), indicator, target, facts.stepsTo(target)))
        .carriedShare(carriedShares.get(target.getTargetId()))
        .termsAssumed(indicator.getAssumedFieldsList().stream().anyMatch(TERMS::contains));
  }

  /** Looked at up to the last figure of one's own: never from later than what is projected. */
  private ReferenceClass reference(Indicator indicator) {
    List<List<Observation>> places =
        facts.comparables().getOrDefault(indicator.getIndicatorId(), List.of());
    if (places.isEmpty()) {
      return ReferenceClass.NONE;
    }
    Measure measure = Measure.valueOf(plain(indicator.getMeasure().name(), "MEASURE_"));
    LocalDate last =
        figures(indicator.getIndicatorId()).stream()
            .map(Figure::periodEnd)
            .filter(day -> !day.isAfter(asOf))
            .max(LocalDate::compareTo)
            .orElse(asOf);
    List<ReferenceClass.Member> members = new ArrayList<>();
    for (List<Observation> place : places) {
      List<Figure> figures = place.stream().map(Questions::figure).toList();
      ReferenceClass.Member member = ReferenceClass.Member.of(measure, figures, last);
      if (member != null) {
        members.add(member);
      }
    }
    return ReferenceClass.of(members);
  }

  List<Figure> figures(String indicatorId) {
    return facts.observationsOf(indicatorId).stream().map(Questions::figure).toList();
  }

  private List<Contribution> contributions(
      Indicator indicator, Function<ProjectState, ProjectForecast> forecasts) {
    List<Contribution> contributions = new ArrayList<>();
    for (String projectId : facts.feeders().getOrDefault(indicator.getIndicatorId(), List.of())) {
      ProjectState state = Objects.requireNonNull(facts.projects().get(projectId), projectId);
      for (var contribution : state.getProject().getContributionsList()) {
        if (contribution.getIndicatorId().equals(indicator.getIndicatorId())) {
          contributions.add(
              new Contribution(
                  projectId,
                  new BigDecimal(contribution.getAmount()),
                  ContributionMode.valueOf(
                      plain(contribution.getMode().name(), "CONTRIBUTION_MODE_")),
                  forecasts.apply(state),
                  contribution.getProvenance() == Provenance.PROVENANCE_ASSUMED,
                  state.getProject().getLeadBureauId()));
        }
      }
    }
    return contributions;
  }

  static Figure figure(Observation observation) {
    return new Figure(
        observation.getObservationId(),
        LocalDate.parse(observation.getPeriodEnd()),
        new BigDecimal(observation.getValue()),
        Exactness.valueOf(plain(observation.getExactness().name(), "EXACTNESS_")),
        observation.getProvenance() == Provenance.PROVENANCE_SIMULATED,
        observation.getProvenance() == Provenance.PROVENANCE_ASSUMED);
  }

  private static ProgressReport report(io.waymark.proto.registry.v1.ProgressReport report) {
    return new ProgressReport(
        report.getReportId(),
        LocalDate.parse(report.getAsOf()),
        report.hasPercentComplete() ? report.getPercentComplete() : null,
        Dates.of(report.getExpectedFinish()),
        report.getPhase() == io.waymark.proto.registry.v1.Phase.PHASE_UNSPECIFIED
            ? null
            : phase(report.getPhase()),
        Instant.ofEpochSecond(
            report.getRecordedAt().getSeconds(), report.getRecordedAt().getNanos()),
        report.getProvenance() == Provenance.PROVENANCE_SIMULATED);
  }

  private static Phase phase(io.waymark.proto.registry.v1.Phase phase) {
    return phase == io.waymark.proto.registry.v1.Phase.PHASE_UNSPECIFIED
        ? Phase.PREPARATION
        : Phase.valueOf(plain(phase.name(), "PHASE_"));
  }

  private static @Nullable BigDecimal decimal(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  /**
   * The two sides name their constants alike, but for the prefix that protobuf's style asks for.
   */
  static String plain(String name, String prefix) {
    return name.substring(prefix.length());
  }
}
