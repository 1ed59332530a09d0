package io.waymark.judging;

import io.waymark.judging.PositionRule.Combine;
import io.waymark.judging.PositionRule.Combined;
import io.waymark.judging.PositionRule.Growth;
import io.waymark.judging.PositionRule.LateStart;
import io.waymark.judging.PositionRule.MissedPeriod;
import io.waymark.judging.PositionRule.Points;
import io.waymark.judging.PositionRule.Ratio;
import io.waymark.judging.PositionRule.Trend;
import io.waymark.judging.Ruled.Settled;
import io.waymark.judging.Standing.Course;
import io.waymark.judging.Standing.Later;
import io.waymark.judging.Standing.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies a rulebook's position rule to where something stands. */
final class PositionRuling {
  private static final double ROUNDING = 1e-9;
  private static final List<Light> BY_BADNESS =
      List.of(Light.AHEAD, Light.ON_TRACK, Light.AT_RISK, Light.OFF_TRACK);

  private final Standing standing;
  private final Trace trace;

  private PositionRuling(Standing standing, Trace trace) {
    this.standing = standing;
    this.trace = trace;
  }

  /**
   * The light that counts after the dead band, with its arithmetic; null if the rule says nothing.
   */
  static @Nullable Settled settle(Rulebook rulebook, Standing standing, Light before, Trace trace) {
    Ruled ruled = new PositionRuling(standing, trace).by(rulebook.position());
    if (ruled == null) {
      return null;
    }
    Light light = DeadBand.settle(before, ruled.is().light(), ruled.strictly().light());
    Text name = name(rulebook.position(), ruled, light);
    trace.later(page ->
        page.add(
            "position",
            Words.POSITION,
            ruled.bounds().get() + " " + rulebook.pin(),
            Words.called(ruled.is().light(), ruled.is().name())));
    if (light != ruled.is().light()) {
      trace.add(
          "position",
          Words.DEAD_BAND,
          before.shape() + " → " + ruled.is().shape() + "; " + ruled.strictBounds().get(),
          Words.called(light, name));
    }
    return new Settled(light, name, ruled.inputIds());
  }

  private static @Nullable Text name(PositionRule rule, Ruled ruled, Light light) {
    if (light == ruled.is().light()) {
      return ruled.is().name();
    }
    if (light == ruled.strictly().light()) {
      return ruled.strictly().name();
    }
    return switch (rule) {
      case Ratio(Levels levels, double least, Levels early) -> named(levels, light);
      case Points(Levels levels) -> named(levels, light);
      case Growth(Levels levels) -> named(levels, light);
      case Trend(Levels levels) -> named(levels, light);
      case MissedPeriod missed -> null;
      case LateStart late -> null;
      case Combined combined -> null;
    };
  }

  private static @Nullable Text named(Levels levels, Light light) {
    Level level = levels.mildest(light);
    return level == null ? null : level.name();
  }

  private @Nullable Ruled by(PositionRule rule) {
    Measured measured = standing.measured();
    return switch (rule) {
      case Ratio ratio -> measured == null ? null : ratio(ratio, measured);
      case Points points -> measured == null ? null : by(points.levels(), measured.behind());
      case Growth growth -> measured == null ? null : by(growth.levels(), growth(measured));
      case Trend trend -> measured == null ? null : by(trend.levels(), trend(measured));
      case MissedPeriod period -> measured == null ? null : period(period, measured);
      case LateStart start -> late(start);
      case Combined combined -> combined(combined);
    };
  }

  private static Ruled by(Levels levels, double number) {
    return new Ruled(
        levels.of(number),
        levels.of(levels.worse(number)),
        () -> levels.bounds(number),
        () -> levels.strictBounds(number),
        List.of());
  }

  private static Ruled ratio(Ratio rule, Measured measured) {
    return measured.due() < rule.leastDue()
        ? by(rule.early(), measured.behind())
        : by(rule.levels(), measured.made() / measured.due());
  }

  private double growth(Measured measured) {
    Course course = measured.course();
    return course == null ? measured.made() / measured.due() : GrowthRatio.of(course, trace);
  }

  private double trend(Measured measured) {
    Course course = measured.course();
    return course == null ? measured.due() - measured.made() : TrendGap.of(course, trace);
  }

  private static Ruled period(MissedPeriod rule, Measured measured) {
    String shortfall = Numbers.fixed(measured.behind(), 2);
    String bound = Levels.Scale.POINTS.bound(rule.tolerance());
    if (measured.behind() <= rule.tolerance() + ROUNDING) {
      return Ruled.plainly(rule.kept(), shortfall + " ≤ " + bound, List.of());
    }
    for (Later later : measured.later()) {
      if (100 * (later.due() - later.made()) <= rule.tolerance() + ROUNDING) {
        return Ruled.plainly(
            rule.caughtUp(),
            bound + " < " + shortfall + "; " + later.date() + ": " + made(later),
            List.of(later.id()));
      }
    }
    return Ruled.plainly(
        rule.missed(),
        bound + " < " + shortfall,
        measured.later().stream().map(Later::id).toList());
  }

  private static String made(Later later) {
    return Numbers.percent(later.made(), 1) + " % ≥ " + Numbers.percent(later.due(), 1) + " %";
  }

  private @Nullable Ruled late(LateStart rule) {
    Integer months = standing.monthsLate();
    if (months == null) {
      return null;
    }
    boolean longLate = months >= rule.longAfter();
    String arithmetic = months + (longLate ? " ≥ " : " < ") + rule.longAfter();
    Level level = longLate ? rule.longLate() : rule.late();
    trace.add("position", Words.LATE_START, arithmetic, Words.called(level.light(), level.name()));
    return Ruled.plainly(level, arithmetic, List.of());
  }

  private @Nullable Ruled combined(Combined rule) {
    List<Ruled> parts =
        rule.parts().stream()
            .map(this::by)
            .filter(Objects::nonNull)
            .map(Ruled.class::cast)
            .toList();
    if (parts.isEmpty()) {
      return null;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<String> ids = new ArrayList<>();
    parts.forEach(part -> ids.addAll(part.inputIds()));
    return new Ruled(
        together(rule.how(), parts.stream().map(Ruled::is).toList()),
        together(rule.how(), parts.stream().map(Ruled::strictly).toList()),
        () -> words(parts, Ruled::bounds, Ruled::is),
        () -> words(parts, Ruled::strictBounds, Ruled::strictly),
        ids);
  }

  private static String words(
      List<Ruled> parts, Function<Ruled, Supplier<String>> bounds, Function<Ruled, Level> level) {
    return parts.stream()
        .map(part -> bounds.apply(part).get() + " " + level.apply(part).light().shape())
        .collect(Collectors.joining("; "));
  }

  private static Level together(Combine how, List<Level> levels) {
    Light light =
        switch (how) {
          case WORST ->
              levels.stream().map(Level::light).reduce(Light.AHEAD, PositionRuling::worse);
          case MIDDLE -> middle(levels);
        };
    Text name =
        levels.stream()
            .filter(level -> level.light() == light && level.name() != null)
            .map(Level::name)
            .findFirst()
            .orElse(null);
    return Level.unbounded(light, name);
  }

  private static Light worse(Light one, Light other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Light middle(List<Level> levels) {
    double mean = levels.stream().mapToInt(level -> BY_BADNESS.indexOf(level.light())).sum();
    mean /= levels.size();
    boolean bad = mean >= BY_BADNESS.indexOf(Light.ON_TRACK);
    return BY_BADNESS.get((int) (bad ? Math.floor(mean) : Math.ceil(mean)));
  }
}
