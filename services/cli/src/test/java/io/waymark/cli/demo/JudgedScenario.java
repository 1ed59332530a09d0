package io.waymark.cli.demo;

import io.waymark.cli.demo.DemoEvent.Figure;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.demo.DemoEvent.Resume;
import io.waymark.cli.demo.DemoEvent.Suspend;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Project;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.judging.Comparator;
import io.waymark.judging.Contribution;
import io.waymark.judging.ContributionMode;
import io.waymark.judging.Direction;
import io.waymark.judging.Exactness;
import io.waymark.judging.Frequency;
import io.waymark.judging.Judge;
import io.waymark.judging.Measure;
import io.waymark.judging.Phase;
import io.waymark.judging.ProgressReport;
import io.waymark.judging.ProjectJudgement;
import io.waymark.judging.ProjectQuestion;
import io.waymark.judging.Rulebook;
import io.waymark.judging.Suspension;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetQuestion;
import io.waymark.rulebooks.Rulebooks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pack and what the scenario has sent by its end to the judging library, as the indicator
 * service does.
 */
final class JudgedScenario {
  private static final LocalDate AS_OF = LocalDate.of(2027, 6, 30);
  private static final Rulebook WUHAN = Rulebooks.shipped().named("wuhan").orElseThrow();

  private final PlanPack pack;
  private final List<DemoEvent> events = new ArrayList<>();
  private final Map<String, List<Report>> reports = new HashMap<>();
  private final Map<String, List<Figure>> figures = new HashMap<>();
  private final Map<String, List<Suspension>> stops = new HashMap<>();

  JudgedScenario(PlanPack pack, Scenario scenario) {
    this.pack = pack;
    scenario.months().forEach(month -> events.addAll(month.events()));
    events.forEach(this::note);
  }

  /** One more report, as by a reader of the tour. */
  void add(Report report) {
    note(report);
  }

  private void note(DemoEvent event) {
    switch (event) {
      case Report report -> {
        List<Report> ofProject = of(reports, report.project());
        ofProject.removeIf(earlier -> earlier.key().equals(report.correctsKey()));
        ofProject.add(report);
      }
      case Figure figure -> of(figures, figure.indicator()).add(figure);
      case Suspend stop -> of(stops, stop.project()).add(new Suspension(stop.from(), null));
      case Resume go -> {
        Suspension open = of(stops, go.project()).removeLast();
        of(stops, go.project()).add(new Suspension(open.from(), go.from()));
      }
    }
  }

  private static <T> List<T> of(Map<String, List<T>> lists, String id) {
    return lists.computeIfAbsent(id, key -> new ArrayList<>());
  }

  ProjectJudgement project(String id) {
    Project project =
        pack.projects().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    return Judge.project(
        new ProjectQuestion(
            project.start().orElse(null),
            project.finish().orElse(null),
            phase(project.phase()),
            of(reports, id).stream().map(JudgedScenario::report).toList(),
            of(stops, id),
            Frequency.of(project.frequency()),
            project.category(),
            true,
            WUHAN,
            AS_OF));
  }

  TargetJudgement target(String indicatorId) {
    PlanPack.Indicator indicator =
        pack.indicators().stream()
            .filter(i -> i.id().equals(indicatorId))
            .findFirst()
            .orElseThrow();
    Target target =
        pack.targets().stream()
            .filter(t -> t.indicator().equals(indicatorId))
            .findFirst()
            .orElseThrow();
    return Judge.target(
        TargetQuestion.of(
                Measure.valueOf(plain(indicator.measure(), "MEASURE_")),
                Comparator.valueOf(plain(target.comparator(), "COMPARATOR_")),
                Direction.valueOf(plain(indicator.direction(), "DIRECTION_")))
            .value(target.value().orElse(null))
            .valueMax(target.valueMax().orElse(null))
            .base(target.base().orElse(null), target.baseDate().orElse(null))
            .plan(pack.plan().start(), pack.plan().end())
            .due(target.due())
            .frequency(Frequency.of(indicator.frequency()))
            .figures(figuresOf(indicatorId))
            .contributions(contributions(indicatorId))
            .judgedBy(WUHAN, AS_OF));
  }

  private List<io.waymark.judging.Figure> figuresOf(String indicatorId) {
    List<io.waymark.judging.Figure> all = new ArrayList<>();
    pack.series().stream()
        .filter(f -> f.indicator().equals(indicatorId))
        .forEach(f ->
            all.add(
                new io.waymark.judging.Figure(
                    "pack", f.periodEnd(), f.value(), Exactness.EXACT, false, false)));
    for (Figure figure : of(figures, indicatorId)) {
      all.add(
          new io.waymark.judging.Figure(
              figure.key(), figure.periodEnd(), figure.value(), Exactness.EXACT, true, false));
    }
    return all;
  }

  private List<Contribution> contributions(String indicatorId) {
    List<Contribution> contributions = new ArrayList<>();
    for (Link link : pack.contributions()) {
      if (link.indicator().equals(indicatorId)) {
        contributions.add(
            new Contribution(
                link.project(),
                link.amount().orElseThrow(),
                ContributionMode.valueOf(plain(link.mode(), "CONTRIBUTION_MODE_")),
                project(link.project()).forecast(),
                true));
      }
    }
    return contributions;
  }

  private static ProgressReport report(Report report) {
    @Nullable LocalDate finish = report.expectedFinish().orElse(null);
    return new ProgressReport(
        report.key(),
        report.asOf(),
        report.percent(),
        finish,
        report.phase() == io.waymark.proto.registry.v1.Phase.PHASE_UNSPECIFIED
            ? null
            : phase(report.phase()),
        Scenario.END,
        true);
  }

  private static Phase phase(io.waymark.proto.registry.v1.Phase phase) {
    return Phase.valueOf(plain(phase, "PHASE_"));
  }

  private static String plain(Enum<?> constant, String prefix) {
    return constant.name().substring(prefix.length());
  }

  /** Projects that reported at all. */
  List<String> reporting() {
    return pack.projects().stream()
        .map(Project::id)
        .filter(id -> !Optional.ofNullable(reports.get(id)).orElse(List.of()).isEmpty())
        .toList();
  }
}
