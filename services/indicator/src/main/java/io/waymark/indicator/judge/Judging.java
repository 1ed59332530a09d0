package io.waymark.indicator.judge;

import io.waymark.judging.Judge;
import io.waymark.judging.Previous;
import io.waymark.judging.ProjectForecast;
import io.waymark.judging.ProjectJudgement;
import io.waymark.judging.Sentence;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.Text;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges subjects of one plan by one set of facts. Each project is forecast once. */
public final class Judging {
  private final Facts facts;
  private final LocalDate asOf;
  private final Questions questions;
  private final Wholes wholes;
  private final Answers answers;
  private final Before before;
  private final Pinning pinning;
  private final Map<String, ProjectForecast> forecasts = new HashMap<>();

  /** Creates a judge for {@code facts} as they stand for {@code asOf}; there is no dead band. */
  public Judging(Facts facts, LocalDate asOf) {
    this(facts, asOf, Map.of());
  }

  /**
   * Creates a judge whose lights hold within the rulebook's dead band.
   *
   * @param inForce the judgements in force, by {@link #key}
   */
  public Judging(Facts facts, LocalDate asOf, Map<String, Judgement> inForce) {
    this(facts, asOf, new Before(inForce, facts), Map.of());
  }

  Judging(Facts facts, LocalDate asOf, Before before) {
    this(facts, asOf, before, Map.of());
  }

  /**
   * Creates a judge of suppositions.
   *
   * @param inForce the judgements in force, by {@link #key}
   * @param carriedShares by target id: the share that projects carry, where it must not follow the
   *     target's value
   */
  public Judging(
      Facts facts,
      LocalDate asOf,
      Map<String, Judgement> inForce,
      Map<String, Double> carriedShares) {
    this(facts, asOf, new Before(inForce, facts), carriedShares);
  }

  private Judging(Facts facts, LocalDate asOf, Before before, Map<String, Double> carriedShares) {
    this.facts = facts;
    this.before = before;
    this.asOf = asOf;
    this.questions = new Questions(facts, asOf, carriedShares);
    this.wholes = new Wholes(facts, asOf, questions);
    this.answers = new Answers(facts);
    this.pinning = new Pinning(facts, asOf);
  }

  /** What a subject is found by among the judgements in force. */
  public static String key(SubjectKind kind, String subjectId) {
    return kind.getNumber() + "/" + subjectId;
  }

  /** Judges one project. */
  public Verdict project(String projectId) {
    ProjectState state = Objects.requireNonNull(facts.projects().get(projectId), projectId);
    ProjectJudgement judged =
        Judge.project(
            questions.ofProject(state), before.of(SubjectKind.SUBJECT_KIND_PROJECT, projectId, 0));
    forecasts.put(projectId, judged.forecast());
    Project project = state.getProject();
    Text sentence = Sentence.ofProject(judged, Answers.text(project.getName()));
    Judgement judgement =
        frame(SubjectKind.SUBJECT_KIND_PROJECT, projectId)
            .setSubjectName(project.getName())
            .setCategory(project.getCategory())
            .setLeadBureauId(project.getLeadBureauId())
            .setLeadBureauName(facts.bureauName(project.getLeadBureauId()))
            .setLights(Answers.lights(judged.lights()))
            .setProject(figures(judged, state))
            .setSentence(Answers.text(sentence))
            .setPins(pinning.ofProject(Answers.pins(judged.pins(), 0), state))
            .setSimulated(judged.simulated())
            .setAssumed(judged.assumed())
            .build();
    List<ExplanationStep> steps = new ArrayList<>(Instruments.step(state, asOf));
    steps.addAll(Answers.steps(judged.steps()));
    return new Verdict(
        judgement, steps, Courses.ofProject(InForce.scheduled(reportsUntilThen(state), asOf)));
  }

  private ProjectFigures figures(ProjectJudgement judged, ProjectState state) {
    ProjectFigures.Builder figures =
        Answers.figures(judged.figures(), reportsUntilThen(state)).toBuilder();
    InForce.revision(state, asOf)
        .ifPresent(revision ->
            figures
                .setScheduleDocument(revision.getDocument())
                .setScheduleEffective(revision.getEffective()));
    return figures.build();
  }

  /** Judges all targets of one indicator. */
  public List<Verdict> targetsOf(String indicatorId) {
    Indicator indicator = Objects.requireNonNull(facts.indicators().get(indicatorId), indicatorId);
    return indicator.getTargetsList().stream().map(target -> target(indicator, target)).toList();
  }

  /** Judges one target by a version of it that need not be the one among the facts. */
  public Verdict target(String indicatorId, Target version) {
    return target(
        Objects.requireNonNull(facts.indicators().get(indicatorId), indicatorId), version);
  }

  private Verdict target(Indicator indicator, Target target) {
    TargetJudgement judged = judged(indicator, target);
    Judgement.Builder judgement =
        frame(SubjectKind.SUBJECT_KIND_TARGET, target.getTargetId())
            .setSubjectName(indicator.getName())
            .setIndicatorId(indicator.getIndicatorId())
            .setCategory(indicator.getCategory())
            .setLeadBureauId(indicator.getLeadBureauId())
            .setLeadBureauName(facts.bureauName(indicator.getLeadBureauId()))
            .setBinding(target.getBinding())
            .setLights(Answers.lights(judged.lights()))
            .setTarget(Answers.figures(judged.figures(), indicator, target))
            .addAllCauses(answers.causes(judged.causes(), indicator))
            .setSentence(Answers.text(answers.sentence(judged, indicator)))
            .setPins(
                pinning.ofTarget(
                    Answers.pins(judged.pins(), target.getVersion()), indicator, target))
            .setSimulated(judged.simulated())
            .setAssumed(judged.assumed());
    if (judged.outlook() != null) {
      judgement.setOutlook(Answers.outlook(judged.outlook()));
    }
    List<ExplanationStep> steps = new ArrayList<>(Instruments.step(target));
    steps.addAll(Answers.steps(judged.steps()));
    return new Verdict(judgement.build(), steps, Courses.ofTarget(judged));
  }

  private TargetJudgement judged(Indicator indicator, Target target) {
    Previous previous =
        before.of(SubjectKind.SUBJECT_KIND_TARGET, target.getTargetId(), target.getVersion());
    return indicator.hasRollsUp()
        ? Judge.rollUp(wholes.question(indicator, target, this::forecast), previous)
        : Judge.target(questions.ofTarget(indicator, target, this::forecast), previous);
  }

  /** The share that projects carry of each of these targets, of those that have a value. */
  public Map<String, Double> carriedShares(Set<String> targetIds) {
    Map<String, Double> shares = new HashMap<>();
    for (Indicator indicator : facts.indicators().values()) {
      for (Target target : indicator.getTargetsList()) {
        if (targetIds.contains(target.getTargetId()) && !target.getValue().isEmpty()) {
          shares.put(
              target.getTargetId(),
              Judge.carriedShare(questions.ofTarget(indicator, target, this::forecast)));
        }
      }
    }
    return shares;
  }

  /** What a report of a later day says is nothing that the as-of date could know of. */
  private ProjectState reportsUntilThen(ProjectState state) {
    return state.toBuilder()
        .clearReports()
        .addAllReports(
            state.getReportsList().stream()
                .filter(report -> !LocalDate.parse(report.getAsOf()).isAfter(asOf))
                .toList())
        .build();
  }

  private ProjectForecast forecast(ProjectState state) {
    return forecasts.computeIfAbsent(
        state.getProject().getProjectId(), id -> Judge.forecast(questions.ofProject(state)));
  }

  private Judgement.Builder frame(SubjectKind kind, String subjectId) {
    return Judgement.newBuilder()
        .setKind(kind)
        .setPlanId(facts.plan().getPlanId())
        .setSubjectId(subjectId)
        .setAsOf(asOf.toString());
  }
}
