package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.Phase;
import java.util.Map;

/** The words that a pack uses for the contracts' enumerations. */
final class Vocabulary {
  static final Map<String, Measure> MEASURES =
      Map.of(
          "level", Measure.MEASURE_LEVEL,
          "share", Measure.MEASURE_SHARE,
          "coverage", Measure.MEASURE_COVERAGE,
          "rate", Measure.MEASURE_RATE,
          "cumulative", Measure.MEASURE_CUMULATIVE,
          "average_growth", Measure.MEASURE_AVERAGE_GROWTH,
          "annual_growth", Measure.MEASURE_ANNUAL_GROWTH);

  static final Map<String, Direction> DIRECTIONS =
      Map.of("up", Direction.DIRECTION_UP, "down", Direction.DIRECTION_DOWN);

  static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "ge", Comparator.COMPARATOR_GE,
          "gt", Comparator.COMPARATOR_GT,
          "le", Comparator.COMPARATOR_LE,
          "lt", Comparator.COMPARATOR_LT,
          "approx", Comparator.COMPARATOR_APPROX,
          "eq", Comparator.COMPARATOR_EQ);

  static final Map<String, Trajectory> TRAJECTORIES =
      Map.of(
          "linear", Trajectory.TRAJECTORY_LINEAR,
          "annual_targets", Trajectory.TRAJECTORY_ANNUAL_TARGETS);

  static final Map<String, Exactness> EXACTNESS =
      Map.of(
          "exact", Exactness.EXACTNESS_EXACT,
          "at_least", Exactness.EXACTNESS_AT_LEAST,
          "more_than", Exactness.EXACTNESS_MORE_THAN,
          "at_most", Exactness.EXACTNESS_AT_MOST);

  static final Map<String, Phase> PHASES =
      Map.of(
          "reserve", Phase.PHASE_RESERVE,
          "preparation", Phase.PHASE_PREPARATION,
          "started", Phase.PHASE_STARTED,
          "building", Phase.PHASE_BUILDING,
          "completed", Phase.PHASE_COMPLETED,
          "operating", Phase.PHASE_OPERATING);

  static final Map<String, ContributionMode> MODES =
      Map.of(
          "on_completion", ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION,
          "in_proportion", ContributionMode.CONTRIBUTION_MODE_IN_PROPORTION);

  static final Map<String, String> FREQUENCIES =
      Map.of("monthly", "monthly", "quarterly", "quarterly", "yearly", "yearly");

  /** What a reporting rule is of: reports of projects, or figures of indicators. */
  static final Map<String, Boolean> OWED = Map.of("report", true, "figure", false);

  static final Map<String, String> LANGUAGES = Map.of("zh", "zh", "en", "en");

  static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);

  static final Map<String, Boolean> USES = Map.of("series", true, "background", false);

  static final Map<String, RollUpMethod> ROLL_UPS =
      Map.of(
          "sum", RollUpMethod.ROLL_UP_METHOD_SUM,
          "weighted_mean", RollUpMethod.ROLL_UP_METHOD_WEIGHTED_MEAN);

  static final Map<String, ShareKind> SHARE_KINDS =
      Map.of(
          "district", ShareKind.SHARE_KIND_DISTRICT,
          "bureau", ShareKind.SHARE_KIND_BUREAU,
          "year", ShareKind.SHARE_KIND_YEAR);

  static final Map<String, ShareMethod> SHARE_METHODS =
      Map.of(
          "sum", ShareMethod.SHARE_METHOD_SUM,
          "sum_of_increase", ShareMethod.SHARE_METHOD_SUM_OF_INCREASE,
          "weighted_mean", ShareMethod.SHARE_METHOD_WEIGHTED_MEAN,
          "last", ShareMethod.SHARE_METHOD_LAST);

  private Vocabulary() {}

  /** The word for a meaning. */
  static <T> String word(Map<String, T> words, T meaning) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(meaning))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse("");
  }
}
