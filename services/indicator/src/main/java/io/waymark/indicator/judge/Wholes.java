package io.waymark.indicator.judge;

import io.waymark.judging.Figure;
import io.waymark.judging.Frequency;
import io.waymark.judging.Judge;
import io.waymark.judging.ProjectForecast;
import io.waymark.judging.RollUpMethod;
import io.waymark.judging.RollUpQuestion;
import io.waymark.judging.TargetBuilder;
import io.waymark.judging.TargetQuestion;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.ProjectState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts targets that other indicators make up as questions to the judging library. */
final class Wholes {
  private final Facts facts;
  private final LocalDate asOf;
  private final Questions questions;

  Wholes(Facts facts, LocalDate asOf, Questions questions) {
    this.facts = facts;
    this.asOf = asOf;
    this.questions = questions;
  }

  /**
   * A target that the indicator's parts make up: by its own figures, or, without any, by theirs.
   */
  RollUpQuestion question(
      Indicator indicator, Target target, Function<ProjectState, ProjectForecast> forecasts) {
    List<RollUpQuestion.Part> parts = parts(indicator, target);
    TargetBuilder whole =
        questions
            .builder(indicator, target, forecasts)
            .contributions(List.of())
            .figures(figures(indicator, parts));
    return new RollUpQuestion(whole.judgedBy(facts.rulebook(), asOf), method(indicator), parts);
  }

  private List<RollUpQuestion.Part> parts(Indicator whole, Target target) {
    LocalDate due = LocalDate.parse(target.getDue());
    return whole.getRollsUp().getPartsList().stream().map(part -> part(whole, part, due)).toList();
  }

  private static RollUpMethod method(Indicator whole) {
    return RollUpMethod.valueOf(
        Questions.plain(whole.getRollsUp().getMethod().name(), "ROLL_UP_METHOD_"));
  }

  private List<Figure> figures(Indicator indicator, Target target) {
    return indicator.hasRollsUp()
        ? figures(indicator, parts(indicator, target))
        : questions.figures(indicator.getIndicatorId());
  }

  /** Its own figures, or, without any, those that its parts make. */
  private List<Figure> figures(Indicator whole, List<RollUpQuestion.Part> parts) {
    List<Figure> own = questions.figures(whole.getIndicatorId());
    return own.isEmpty()
        ? RollUpQuestion.figuresOf(
            parts, method(whole), Frequency.of(whole.getReportingFrequency()))
        : own;
  }

  private RollUpQuestion.Part part(Indicator whole, RollUpPart part, LocalDate due) {
    BigDecimal weight =
        part.getWeight().isEmpty() ? BigDecimal.ONE : new BigDecimal(part.getWeight());
    Facts its = facts.parts().get(part.getPlanId());
    Indicator indicator = its == null ? null : its.indicators().get(part.getIndicatorId());
    if (its == null || indicator == null || !due.isAfter(LocalDate.parse(its.plan().getStart()))) {
      TargetQuestion nothing =
          questions
              .kind(whole, Target.getDefaultInstance().toBuilder().setDue(due.toString()).build())
              .judgedBy(facts.rulebook(), asOf);
      return new RollUpQuestion.Part(Parts.key(part), weight, nothing, false);
    }
    return new Wholes(its, asOf, new Questions(its, asOf, Map.of()))
        .asPart(Parts.key(part), weight, indicator, due);
  }

  /**
   * The indicator's series towards the whole's due date, with its own target of that date if any.
   */
  private RollUpQuestion.Part asPart(
      String key, BigDecimal weight, Indicator indicator, LocalDate due) {
    Target aim =
        indicator.getTargetsList().stream()
            .filter(target -> target.getDue().equals(due.toString()))
            .filter(target -> !target.getValue().isEmpty())
            .findFirst()
            .orElse(null);
    if (aim != null) {
      return part(key, weight, indicator, aim, true);
    }
    Target last =
        indicator.getTargetsCount() == 0
            ? Target.getDefaultInstance()
            : indicator.getTargets(indicator.getTargetsCount() - 1);
    Target.Builder newestFigure =
        Target.newBuilder()
            .setComparator(io.waymark.proto.indicator.v1.Comparator.COMPARATOR_EQ)
            .setDue(due.toString())
            .setBaseValue(last.getBaseValue())
            .setBaseDate(last.getBaseDate());
    figures(indicator, newestFigure.build()).stream()
        .filter(one -> !one.periodEnd().isAfter(asOf))
        .reduce((first, second) -> second)
        .ifPresent(one -> newestFigure.setValue(one.value().toPlainString()));
    return part(key, weight, indicator, newestFigure.build(), false);
  }

  /** A part that is itself made up of parts is projected by theirs. */
  private RollUpQuestion.Part part(
      String key, BigDecimal weight, Indicator indicator, Target target, boolean aims) {
    Function<ProjectState, ProjectForecast> forecasts =
        state -> Judge.forecast(questions.ofProject(state));
    if (!indicator.hasRollsUp()) {
      TargetQuestion question = questions.ofTarget(indicator, target, forecasts);
      return new RollUpQuestion.Part(key, weight, question, aims);
    }
    RollUpQuestion made = question(indicator, target, forecasts);
    return new RollUpQuestion.Part(key, weight, made.target(), aims, made);
  }
}
