package io.waymark.judging;

import static io.waymark.judging.Light.AHEAD;
import static io.waymark.judging.Light.AT_RISK;
import static io.waymark.judging.Light.OFF_TRACK;
import static io.waymark.judging.Light.ON_TRACK;

import io.waymark.judging.Levels.Scale;
import io.waymark.judging.PositionRule.Ratio;
import java.util.List;
import java.util.Map;

/** Rules for the tests' worlds. Those that ship are data and tested with their files. */
final class Rules {
  static final Levels EARLY =
      new Levels(
          Scale.POINTS,
          List.of(from(OFF_TRACK, 10), from(AT_RISK, 5), Level.unbounded(ON_TRACK, null)),
          0);
  static final Levels SHARES =
      new Levels(
          Scale.RATIO,
          List.of(
              from(AHEAD, 1.10),
              from(ON_TRACK, 0.80),
              from(AT_RISK, 0.60),
              Level.unbounded(OFF_TRACK, null)),
          0);
  static final PositionRule WUHAN = new Ratio(SHARES, 0.01, EARLY);

  private Rules() {}

  static Level from(Light light, double bound) {
    return new Level(light, null, bound, false);
  }

  static Rulebook rulebook(String name, PositionRule position) {
    return new Rulebook(
        name,
        1,
        new Text(name, name),
        Text.same(""),
        Text.same(""),
        position,
        new Rulebook.Outlook(0.95, 0.60, 0.30, 0),
        new Rulebook.Outlook(0.80, 0.45, 0.25, 0),
        0.10,
        0.02,
        new Rulebook.Grace(15, 45, 120),
        new Rulebook.Overall(true, AT_RISK),
        Map.of());
  }
}
