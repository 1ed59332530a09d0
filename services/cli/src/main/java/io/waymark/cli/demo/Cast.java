package io.waymark.cli.demo;

import io.waymark.cli.demo.Course.Temper;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Project;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides which projects report and how each one goes: the told ones, those that carry a target,
 * some others, and those that are worth a second look. Characters are dealt in turn to a shuffled
 * list, so that every seed has each of them.
 */
final class Cast {
  private static final LocalDate CARRIERS_START_BY = LocalDate.of(2026, 12, 31);
  private static final LocalDate OTHERS_START_BY = LocalDate.of(2026, 1, 1);
  private static final LocalDate DECLARED_AT = LocalDate.of(2026, 12, 31);
  private static final int OTHERS = 40;

  private static final List<Temper> DEALT =
      List.of(
          Temper.STEADY,
          Temper.AHEAD,
          Temper.STEADY,
          Temper.SLOW,
          Temper.STEADY,
          Temper.STEADY,
          Temper.AHEAD,
          Temper.STEADY,
          Temper.SLOW,
          Temper.STUCK,
          Temper.STEADY,
          Temper.AHEAD);

  /** Every so many dealt projects falls silent. */
  private static final int SILENT_EVERY = 9;

  private static final List<String> OBSTACLES =
      List.of(
          Labels.marked("征地拆迁滞后", "land acquisition is behind"),
          Labels.marked("资金到位慢于计划", "funds arrive later than planned"),
          Labels.marked("管线迁改未完成", "pipes and cables are not moved yet"),
          Labels.marked("设计变更待批复", "a change of design awaits approval"),
          Labels.marked("主要设备供货延期", "main equipment is delivered late"),
          Labels.marked("汛期停工时间长于预期", "the flood season stopped works longer than expected"));

  private final PlanPack pack;
  private final Draw draw;

  Cast(PlanPack pack, Draw draw) {
    this.pack = pack;
    this.draw = draw;
  }

  /** All courses, by project id. */
  Map<String, Course> courses() {
    Map<String, Course> courses = new TreeMap<>();
    pack.projects().forEach(p -> Stories.of(p).ifPresent(course -> courses.put(p.id(), course)));
    List<Project> dealt = dealt();
    for (int i = 0; i < dealt.size(); i++) {
      Course course = drawn(dealt.get(i), DEALT.get(i % DEALT.size()));
      courses.put(course.project().id(), i % SILENT_EVERY == 0 ? silenced(course) : course);
    }
    pack.projects().forEach(p -> Doubts.of(p).ifPresent(course -> courses.put(p.id(), course)));
    return courses;
  }

  private List<Project> dealt() {
    Set<String> carriers =
        pack.contributions().stream().map(Link::project).collect(Collectors.toSet());
    Map<String, Project> byId = new HashMap<>();
    pack.projects().forEach(project -> byId.put(project.id(), project));
    List<String> ids = new ArrayList<>();
    ids.addAll(ids(p -> carriers.contains(p.id()) && startsBy(p, CARRIERS_START_BY)));
    List<String> others = ids(p -> !carriers.contains(p.id()) && startsBy(p, OTHERS_START_BY));
    draw.shuffled("others", others).stream().limit(OTHERS).forEach(ids::add);
    return draw.shuffled("cast", ids).stream()
        .map(id -> Optional.ofNullable(byId.get(id)).orElseThrow())
        .toList();
  }

  private List<String> ids(Predicate<Project> chosen) {
    return pack.projects().stream()
        .filter(project -> !Stories.told(project.id()))
        .filter(chosen)
        .sorted(Comparator.comparing(Project::id))
        .map(Project::id)
        .toList();
  }

  private static boolean startsBy(Project project, LocalDate day) {
    return project.start().filter(start -> !start.isAfter(day)).isPresent()
        && project.finish().isPresent();
  }

  private Course drawn(Project project, Temper temper) {
    Random random = draw.of("course/" + project.id());
    NavigableMap<LocalDate, Double> percents = Percents.atPace(project, temper, random);
    String obstacle = temper.late() ? OBSTACLES.get(random.nextInt(OBSTACLES.size())) : "";
    return new Course(
        project,
        percents,
        temper,
        Optional.empty(),
        declared(project, temper, percents),
        obstacle,
        new TreeMap<>());
  }

  /** Whoever is late or ahead says so at the end of 2026, late ones with some hope. */
  private static Map<LocalDate, LocalDate> declared(
      Project project, Temper temper, NavigableMap<LocalDate, Double> percents) {
    double percent = Optional.ofNullable(percents.get(DECLARED_AT)).orElse(0.0);
    if (temper == Temper.STEADY || percent < 2 || percent >= 100) {
      return Map.of();
    }
    LocalDate start = project.start().orElse(DECLARED_AT);
    double elapsed = ChronoUnit.DAYS.between(start, DECLARED_AT);
    double hope = temper.late() ? 0.7 : 1.05;
    long remaining = Math.round(Math.min(3000, elapsed / percent * (100 - percent) * hope));
    return Map.of(DECLARED_AT, Months.endOf(DECLARED_AT.plusDays(remaining)));
  }

  private Course silenced(Course course) {
    int month = 5 + draw.of("silent/" + course.project().id()).nextInt(7);
    return course.silentAfter(Months.all().get(month));
  }
}
