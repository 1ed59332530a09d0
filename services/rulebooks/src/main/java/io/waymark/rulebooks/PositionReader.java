package io.waymark.rulebooks;

import io.waymark.judging.Level;
import io.waymark.judging.Levels;
import io.waymark.judging.Levels.Scale;
import io.waymark.judging.Light;
import io.waymark.judging.PositionRule;
import io.waymark.judging.PositionRule.Combine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a position rule. */
final class PositionReader {
  static final Set<String> KEYS =
      Set.of(
          "kind",
          "levels",
          "dead_band",
          "early",
          "tolerance_points",
          "kept",
          "caught_up",
          "missed",
          "long_after_months",
          "late",
          "long_late",
          "combine",
          "rules");
  private static final List<String> SIMPLE =
      List.of("ratio", "points", "growth", "trend", "missed_period", "late_start");
  private static final List<String> LIGHTS = List.of("ahead", "on_track", "at_risk", "off_track");
  private static final Set<String> LEVEL = Set.of("light", "name", "at_least", "more_than");
  private static final int MOST_LEVELS = 12;
  private static final int MOST_RULES = 6;
  private static final double LARGEST = 1000;

  private PositionReader() {}

  static PositionRule rule(Section section) {
    List<String> kinds = new ArrayList<>(SIMPLE);
    kinds.add("combined");
    int before = section.faults();
    String kind = section.word("kind", kinds);
    if (section.faults() > before) {
      return new PositionRule.Points(anything(Scale.POINTS));
    }
    return kind.equals("combined") ? combined(section) : simple(section, kind);
  }

  private static PositionRule combined(Section section) {
    only(section, "combined", Set.of("combine", "rules"));
    Combine how =
        Combine.valueOf(
            section.word("combine", List.of("worst", "middle")).toUpperCase(Locale.ROOT));
    List<PositionRule> parts = new ArrayList<>();
    for (Section part : section.sections("rules", KEYS, MOST_RULES)) {
      parts.add(simple(part, part.word("kind", SIMPLE)));
    }
    // Never used: an empty list is a fault already.
    PositionRule none = new PositionRule.Points(anything(Scale.POINTS));
    return new PositionRule.Combined(how, parts.isEmpty() ? List.of(none) : parts);
  }

  private static PositionRule simple(Section section, String kind) {
    return switch (kind) {
      case "ratio" -> ratio(section);
      case "points" -> new PositionRule.Points(levels(section, kind, Scale.POINTS));
      case "growth" -> new PositionRule.Growth(levels(section, kind, Scale.RATIO));
      case "trend" -> new PositionRule.Trend(levels(section, kind, Scale.GAP));
      case "missed_period" -> missedPeriod(section);
      default -> lateStart(section);
    };
  }

  private static PositionRule ratio(Section section) {
    only(section, "ratio", Set.of("levels", "dead_band", "early"));
    Levels levels = levels(section, Scale.RATIO);
    Section early = section.section("early", Set.of("due_below", "levels", "dead_band"));
    return new PositionRule.Ratio(
        levels, early.number("due_below", 0.000001, 1), levels(early, Scale.POINTS));
  }

  private static PositionRule missedPeriod(Section section) {
    only(section, "missed_period", Set.of("tolerance_points", "kept", "caught_up", "missed"));
    return new PositionRule.MissedPeriod(
        section.number("tolerance_points", 0, 100),
        unbounded(section, "kept"),
        unbounded(section, "caught_up"),
        unbounded(section, "missed"));
  }

  private static PositionRule lateStart(Section section) {
    only(section, "late_start", Set.of("long_after_months", "late", "long_late"));
    return new PositionRule.LateStart(
        section.integer("long_after_months", 1, 120),
        unbounded(section, "late"),
        unbounded(section, "long_late"));
  }

  private static Level unbounded(Section section, String key) {
    Section level = section.section(key, Set.of("light", "name"));
    return Level.unbounded(light(level), level.optionalBilingual("name"));
  }

  private static Light light(Section level) {
    return Light.valueOf(level.word("light", LIGHTS).toUpperCase(Locale.ROOT));
  }

  private static Levels levels(Section section, String kind, Scale scale) {
    only(section, kind, Set.of("levels", "dead_band"));
    return levels(section, scale);
  }

  private static Levels levels(Section section, Scale scale) {
    int before = section.faults();
    List<Section> items = section.sections("levels", LEVEL, MOST_LEVELS);
    List<Level> steps = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      steps.add(step(items.get(i), i == items.size() - 1));
    }
    double deadBand = section.number("dead_band", 0, LARGEST);
    if (section.faults() > before) {
      return anything(scale);
    }
    for (int i = 1; i < steps.size(); i++) {
      inOrder(scale, steps.get(i - 1), steps.get(i), items.get(i));
    }
    return section.faults() > before ? anything(scale) : new Levels(scale, steps, deadBand);
  }

  private static Levels anything(Scale scale) {
    return new Levels(scale, List.of(Level.unbounded(Light.ON_TRACK, null)), 0);
  }

  private static Level step(Section item, boolean last) {
    Light light = light(item);
    boolean beyond = item.has("more_than");
    String key = beyond ? "more_than" : "at_least";
    if (last) {
      if (item.has("at_least") || beyond) {
        item.fault(key, "最后一级不写界限：其余都归它", "no bound in the last level: it takes the rest");
      }
      return Level.unbounded(light, item.optionalBilingual("name"));
    }
    if (beyond && item.has("at_least")) {
      item.fault("at_least", "at_least 与 more_than 只写一个", "either at_least or more_than");
    }
    double from = item.number(key, -LARGEST, LARGEST);
    return new Level(light, item.optionalBilingual("name"), from, beyond);
  }

  private static void inOrder(Scale scale, Level above, Level level, Section item) {
    if (above.from() <= level.from()) {
      item.fault(
          level.beyond() ? "more_than" : "at_least",
          "小于上一级的 " + plain(above.from()),
          "less than the level above: " + plain(above.from()));
    }
    int worse = level.light().compareTo(above.light());
    if (scale.moreIsBetter() ? worse < 0 : worse > 0) {
      boolean more = scale.moreIsBetter();
      item.fault(
          "light",
          more ? "不好于上一级：数越大越好" : "不差于上一级：数越大越差",
          more
              ? "no better than the level above: more is better"
              : "no worse than the level above: more is worse");
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** Keys of another kind of rule would be read by nobody. */
  private static void only(Section section, String kind, Set<String> keys) {
    for (String key : KEYS) {
      if (section.has(key) && !key.equals("kind") && !keys.contains(key)) {
        String known = String.join(", ", keys.stream().sorted().toList());
        section.fault(key, kind + " 的键：" + known, "a key of " + kind + ": " + known);
      }
    }
  }
}
