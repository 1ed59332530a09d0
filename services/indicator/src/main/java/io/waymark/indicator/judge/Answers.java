package io.waymark.indicator.judge;

import io.waymark.judging.Quantiles;
import io.waymark.judging.Sentence;
import io.waymark.judging.Step;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetQuestion;
import io.waymark.judging.Text;
import io.waymark.proto.indicator.v1.Cause;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.FanPoint;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.Tails;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;
import io.waymark.proto.indicator.v1.UnknownReason;
import io.waymark.proto.indicator.v1.Waypoint;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the library's answers into the contract's messages. */
final class Answers {
  private static final int CAUSES = 10;

  private final Facts facts;
  private final Map<String, Text> names;

  Answers(Facts facts) {
    this.facts = facts;
    this.names =
        facts.projects().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> text(e.getValue().getProject().getName())));
  }

  Text sentence(TargetJudgement judged, Indicator indicator) {
    Map<String, Text> all = new HashMap<>(names);
    all.putAll(new Parts(facts, indicator).names());
    return Sentence.ofTarget(judged, text(indicator.getName()), text(indicator.getUnit()), all);
  }

  List<Cause> causes(List<io.waymark.judging.Cause> causes, Indicator indicator) {
    Parts parts = new Parts(facts, indicator);
    boolean rolledUp =
        causes.stream().anyMatch(c -> c.projectId() != null && parts.has(c.projectId()));
    return causes.stream().limit(CAUSES).map(c -> cause(c, parts, rolledUp)).toList();
  }

  private Cause cause(io.waymark.judging.Cause cause, Parts parts, boolean rolledUp) {
    Cause.Builder to =
        Cause.newBuilder()
            .setAmount(cause.amount())
            .setPComplete(cause.pComplete())
            .setExpectedFinish(Dates.text(cause.expectedFinish()))
            .setContribution(cause.contribution())
            .setAssumed(cause.assumed());
    if (cause.projectId() != null && parts.has(cause.projectId())) {
      return parts.cause(cause.projectId(), to).build();
    }
    if (cause.projectId() == null && rolledUp) {
      return to.setName(
              LocalizedText.newBuilder()
                  .setZh("分项目标合计与本目标之差")
                  .setEn("What the parts' targets lack of this one"))
          .build();
    }
    if (cause.projectId() == null) {
      return to.setName(LocalizedText.newBuilder().setZh("自身趋势").setEn("Own trend")).build();
    }
    Project project = Objects.requireNonNull(facts.projects().get(cause.projectId())).getProject();
    return to.setProjectId(cause.projectId())
        .setName(project.getName())
        .setPlannedFinish(project.getPlannedFinish())
        .setLeadBureauId(project.getLeadBureauId())
        .build();
  }

  static Lights lights(io.waymark.judging.Lights lights) {
    Lights.Builder to = Lights.newBuilder();
    ifPresent(lights.level(), level -> to.setLevel(text(level)));
    return to.setColour(text(lights.colour()))
        .setPosition(light(lights.position()))
        .setOutlook(light(lights.outlook()))
        .setFreshness(light(lights.freshness()))
        .setOverall(light(lights.overall()))
        .setUnknownReason(
            lights.unknownReason() == null
                ? UnknownReason.UNKNOWN_REASON_UNSPECIFIED
                : UnknownReason.valueOf("UNKNOWN_REASON_" + lights.unknownReason().name()))
        .build();
  }

  private static Light light(io.waymark.judging.Light light) {
    return Light.valueOf("LIGHT_" + light.name());
  }

  static TargetFigures figures(
      io.waymark.judging.TargetFigures figures, Indicator indicator, Target target) {
    TargetQuestion question = figures.question();
    TargetFigures.Builder to =
        TargetFigures.newBuilder()
            .setUnit(indicator.getUnit())
            .setBaseValue(plain(figures.base()))
            .setBaseDate(Dates.text(figures.baseDate()))
            .setTargetValue(plain(question.value()))
            .setTargetValueMax(plain(question.valueMax()))
            .setComparator(Comparator.valueOf("COMPARATOR_" + question.comparator().name()))
            .setDirection(Direction.valueOf("DIRECTION_" + question.direction().name()))
            .setDue(question.due().toString())
            .setDocument(target.getInstrument().getDocument())
            .setEffective(target.getInstrument().getEffective())
            .setValue(plain(figures.value()))
            .setValueDate(Dates.text(figures.valueDate()));
    question
        .waypoints()
        .forEach(point ->
            to.addWaypoints(
                Waypoint.newBuilder()
                    .setDate(point.date().toString())
                    .setValue(point.value().toPlainString())));
    if (question.yearToDate()) {
      Courses.last(figures.counted())
          .forEach(one ->
              to.addCounted(
                  Waypoint.newBuilder()
                      .setDate(one.periodEnd().toString())
                      .setValue(one.value().toPlainString())));
    }
    ifPresent(figures.scheduled(), to::setScheduled);
    ifPresent(figures.ratio(), to::setRatio);
    ifPresent(figures.pointsBehind(), to::setPointsBehind);
    ifPresent(figures.gap(), to::setGap);
    ifPresent(figures.expectedGap(), to::setExpectedGap);
    return to.build();
  }

  static ProjectFigures figures(io.waymark.judging.ProjectFigures figures, ProjectState state) {
    ProjectFigures.Builder to =
        ProjectFigures.newBuilder()
            .setPercentDate(Dates.text(figures.percentDate()))
            .setPlannedFinish(Dates.text(figures.plannedFinish()))
            .setDeclaredFinish(Dates.text(figures.declaredFinish()))
            .setFinishP10(Dates.text(figures.finishP10()))
            .setFinishP50(Dates.text(figures.finishP50()))
            .setFinishP90(Dates.text(figures.finishP90()))
            .setObstacle(lastObstacle(state));
    ifPresent(figures.percentComplete(), to::setPercentComplete);
    ifPresent(figures.scheduledPercent(), to::setScheduledPercent);
    ifPresent(figures.ratio(), to::setRatio);
    ifPresent(figures.pointsBehind(), to::setPointsBehind);
    ifPresent(figures.pOnTime(), to::setPOnTime);
    ifPresent(figures.expectedDelayDays(), to::setExpectedDelayDays);
    return to.build();
  }

  private static String lastObstacle(ProjectState state) {
    List<ProgressReport> reports = state.getReportsList();
    return reports.isEmpty() ? "" : reports.getLast().getObstacle();
  }

  static TargetOutlook outlook(io.waymark.judging.TargetOutlook outlook) {
    TargetOutlook.Builder to =
        TargetOutlook.newBuilder()
            .setPMeet(outlook.pMeet())
            .setAtDue(quantiles(outlook.atDue()))
            .setTails(
                Tails.newBuilder()
                    .setP025(outlook.tails().p025())
                    .setP05(outlook.tails().p05())
                    .setP95(outlook.tails().p95())
                    .setP975(outlook.tails().p975()));
    outlook
        .fan()
        .forEach(point ->
            to.addFan(
                FanPoint.newBuilder()
                    .setDate(point.date().toString())
                    .setQuantiles(quantiles(point.quantiles()))));
    return to.build();
  }

  private static io.waymark.proto.indicator.v1.Quantiles quantiles(Quantiles from) {
    return io.waymark.proto.indicator.v1.Quantiles.newBuilder()
        .setP10(from.p10())
        .setP25(from.p25())
        .setP50(from.p50())
        .setP75(from.p75())
        .setP90(from.p90())
        .build();
  }

  static Pins pins(io.waymark.judging.Pins pins, int targetVersion) {
    return Pins.newBuilder()
        .setRulebook(pins.rulebook())
        .setRulebookVersion(pins.rulebookVersion())
        .setEngineVersion(pins.engineVersion())
        .setTargetVersion(targetVersion)
        .addAllInputIds(pins.inputIds())
        .setPreviousJudgementId(pins.previousJudgementId())
        .build();
  }

  static List<ExplanationStep> steps(List<Step> steps) {
    List<ExplanationStep> to = new ArrayList<>(steps.size());
    for (Step step : steps) {
      to.add(
          ExplanationStep.newBuilder()
              .setPart(step.part())
              .setLabel(text(step.label()))
              .setArithmetic(step.arithmetic())
              .setResult(text(step.result()))
              .build());
    }
    return to;
  }

  static Text text(LocalizedText text) {
    return new Text(text.getZh(), text.getEn());
  }

  static LocalizedText text(Text text) {
    return LocalizedText.newBuilder().setZh(text.zh()).setEn(text.en()).build();
  }

  private static String plain(@Nullable BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }

  static <T> void ifPresent(@Nullable T value, Consumer<T> set) {
    if (value != null) {
      set.accept(value);
    }
  }
}
