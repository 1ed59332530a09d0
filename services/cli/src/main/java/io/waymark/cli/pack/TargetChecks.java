package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A target must be possible: value, range, comparator and direction must not contradict each other.
 */
final class TargetChecks {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final Set<Measure> PARTS_OF_A_WHOLE =
      Set.of(Measure.MEASURE_SHARE, Measure.MEASURE_COVERAGE);

  private final Sheets sheets;
  private final Map<String, Indicator> indicators = new HashMap<>();

  TargetChecks(Sheets sheets) {
    this.sheets = sheets;
    sheets.indicators().forEach(i -> indicators.putIfAbsent(i.item().id(), i.item()));
  }

  void run() {
    Set<String> aimedAt = new HashSet<>();
    for (Entry<Target> entry : sheets.targets()) {
      aimedAt.add(entry.item().indicator());
      range(entry.row(), entry.item());
      base(entry.row(), entry.item());
      due(entry.row(), entry.item());
      Indicator indicator = indicators.get(entry.item().indicator());
      if (indicator != null) {
        direction(entry.row(), entry.item(), indicator);
        whole(entry.row(), entry.item(), indicator);
      }
    }
    sheets.indicators().stream()
        .filter(indicator -> !aimedAt.contains(indicator.item().id()))
        .forEach(i ->
            i.row()
                .warning(
                    "indicator_id",
                    new Expectation(
                        Sheet.TARGETS.file() + " 中有其目标，否则不会研判",
                        "a target in " + Sheet.TARGETS.file() + ", else it is not judged")));
  }

  private static void range(Row row, Target target) {
    if (target.valueMax().isEmpty()) {
      return;
    }
    if (target.value().isEmpty()) {
      row.error("value_max", Expectation.empty("没有目标值", "there is no value"));
    } else if (target.valueMax().get().compareTo(target.value().get()) <= 0) {
      String low = target.value().get().toPlainString();
      row.error(
          "value_max", new Expectation("大于 value（" + low + "）", "more than value (" + low + ")"));
    }
    if (target.comparator() == Comparator.COMPARATOR_APPROX) {
      row.error(
          "value_max",
          Expectation.empty("“左右”（approx）由规则给出容差", "the rulebook gives the tolerance of approx"));
    }
  }

  private static void base(Row row, Target target) {
    if (target.base().isEmpty() && target.baseDate().isPresent()) {
      row.error("base_date", Expectation.empty("没有基期值", "there is no base_value"));
    }
    boolean dueKnown = !target.due().equals(LocalDate.EPOCH);
    if (dueKnown && target.baseDate().filter(day -> !day.isBefore(target.due())).isPresent()) {
      row.error(
          "base_date",
          new Expectation(
              "早于 due（" + target.due() + "）", "a day before due (" + target.due() + ")"));
    }
  }

  private void due(Row row, Target target) {
    LocalDate start = sheets.plan().start();
    LocalDate end = sheets.plan().end();
    boolean known = !start.equals(LocalDate.EPOCH) && !target.due().equals(LocalDate.EPOCH);
    if (known && !target.due().isAfter(start)) {
      row.error(
          "due",
          new Expectation("规划开始（" + start + "）之后", "a day after the plan begins (" + start + ")"));
    } else if (known && target.due().isAfter(end)) {
      row.warning(
          "due", new Expectation("规划期内（至 " + end + "）", "a day within the plan (to " + end + ")"));
    }
  }

  private static void direction(Row row, Target target, Indicator indicator) {
    Direction contrary =
        switch (target.comparator()) {
          case COMPARATOR_GE, COMPARATOR_GT -> Direction.DIRECTION_DOWN;
          case COMPARATOR_LE, COMPARATOR_LT -> Direction.DIRECTION_UP;
          case COMPARATOR_APPROX, COMPARATOR_EQ, COMPARATOR_UNSPECIFIED, UNRECOGNIZED ->
              Direction.UNRECOGNIZED;
        };
    if (indicator.direction() == contrary) {
      String word = contrary == Direction.DIRECTION_UP ? "up" : "down";
      row.error(
          "comparator",
          new Expectation(
              "与指标方向（" + word + "）一致的比较",
              "a comparator that agrees with the indicator's direction (" + word + ")"));
    }
  }

  private static void whole(Row row, Target target, Indicator indicator) {
    if (PARTS_OF_A_WHOLE.contains(indicator.measure())
        && target.value().orElse(BigDecimal.ZERO).compareTo(WHOLE) > 0) {
      row.warning("value", new Expectation("占比、覆盖率不超过 100", "100 at most for a share or coverage"));
    }
  }
}
