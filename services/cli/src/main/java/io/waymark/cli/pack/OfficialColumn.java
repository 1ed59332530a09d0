package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Measure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The column in which a row of targets carries the official table's text. Where value, comparator
 * and range are empty it fills them; where they are given it must agree with them.
 */
final class OfficialColumn {
  private static final String COLUMN = "official_text";
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Map<String, PlanPack.Indicator> indicators;

  OfficialColumn(List<PlanPack.Indicator> indicators) {
    this.indicators = new HashMap<>();
    indicators.forEach(indicator -> this.indicators.putIfAbsent(indicator.id(), indicator));
  }

  /** The row with what its official text says. */
  Row read(Row row) {
    String text = row.text(COLUMN);
    PlanPack.Indicator indicator = indicators.get(row.text("indicator_id"));
    if (text.isEmpty() || indicator == null) {
      return row;
    }
    return switch (OfficialText.read(text, indicator.unit().zh())) {
      case OfficialText.Figure figure -> figure(row, figure, indicator);
      case OfficialText.Change change -> change(row, change, indicator);
      case OfficialText.Awaited awaited -> noValue(row, "目标由上级下达", "the superior sets it later");
      case OfficialText.Linked linked -> {
        if (indicator.follows().isEmpty()) {
          row.error(
              COLUMN,
              new Expectation(
                  Sheet.INDICATORS.file() + " 的 follows_indicator_id 写明与哪项指标同步",
                  "follows_indicator_id of "
                      + Sheet.INDICATORS.file()
                      + " to name the indicator that it follows"));
        }
        yield noValue(row, "它与另一指标同步", "it follows another indicator");
      }
      case OfficialText.None none -> noValue(row, "原表没有目标值", "the table gives no target");
      case OfficialText.Unreadable unreadable -> {
        row.error(COLUMN, unreadable.expected());
        yield row;
      }
    };
  }

  private static Row figure(Row row, OfficialText.Figure figure, PlanPack.Indicator indicator) {
    Map<String, String> said = new HashMap<>();
    said.put("value", figure.value().toPlainString());
    figure.max().ifPresent(max -> said.put("value_max", max.toPlainString()));
    String openEnd = indicator.direction() == Direction.DIRECTION_DOWN ? "le" : "ge";
    String comparator = figure.comparator().orElse(figure.max().isPresent() ? openEnd : "eq");
    boolean given = !row.text("value").isEmpty();
    if (!given || figure.comparator().isPresent() || row.text("comparator").isEmpty()) {
      said.put("comparator", comparator);
    }
    return given ? agreed(row, said) : filled(row, said);
  }

  /** The change over the span: what is added to the base, or all there is of a sum. */
  private static Row change(Row row, OfficialText.Change change, PlanPack.Indicator indicator) {
    Optional<BigDecimal> base = row.decimal("base_value");
    boolean sum = indicator.measure() == Measure.MEASURE_CUMULATIVE;
    if (base.isEmpty() && !sum) {
      row.error(
          COLUMN,
          new Expectation(
              "base_value（方括号是规划期累计变化，需要基期值）",
              "a base_value, since square brackets state the change over the span"));
      return row;
    }
    BigDecimal reached = sum ? change.amount() : base.orElseThrow().add(change.amount());
    if (change.value().filter(value -> !near(value, reached)).isPresent()) {
      row.error(
          COLUMN,
          new Expectation(
              "与基期值加累计变化 " + reached.toPlainString() + " 一致",
              "the base value plus the change, " + reached.toPlainString()));
      return row;
    }
    String value = change.value().orElse(reached).toPlainString();
    Map<String, String> said = new HashMap<>(Map.of("value", value));
    if (row.text("comparator").isEmpty()) {
      said.put("comparator", "eq");
    }
    return row.text("value").isEmpty() ? filled(row, said) : agreed(row, said);
  }

  /** Equal as far as the rougher of the two is rounded. */
  private static boolean near(BigDecimal one, BigDecimal other) {
    int scale = Math.min(Math.max(one.scale(), 0), Math.max(other.scale(), 0));
    BigDecimal half = BigDecimal.ONE.movePointLeft(scale).divide(TWO);
    return one.subtract(other).abs().compareTo(half) <= 0;
  }

  private static Row noValue(Row row, String because, String becauseInEnglish) {
    for (String column : List.of("value", "value_max")) {
      if (!row.text(column).isEmpty()) {
        row.error(column, Expectation.empty(because, becauseInEnglish));
      }
    }
    return row;
  }

  private static Row filled(Row row, Map<String, String> said) {
    for (String column : List.of("value_max", "comparator")) {
      String there = row.text(column);
      if (!there.isEmpty() && !same(there, said.getOrDefault(column, ""))) {
        disagrees(row, column, said.getOrDefault(column, ""));
      }
    }
    return row.with(said);
  }

  private static Row agreed(Row row, Map<String, String> said) {
    said.forEach((column, text) -> {
      if (!same(row.text(column), text)) {
        disagrees(row, column, text);
      }
    });
    return row.text("comparator").isEmpty() ? row.with(said) : row;
  }

  private static void disagrees(Row row, String column, String said) {
    String official = row.text(COLUMN);
    row.error(
        column,
        new Expectation(
            (said.isEmpty() ? "空值" : said) + "，与 official_text（" + official + "）一致",
            (said.isEmpty() ? "nothing" : said) + ", as official_text says (" + official + ")"));
  }

  private static boolean same(String one, String other) {
    String number = "-?\\d+(\\.\\d+)?";
    return one.equals(other)
        || (one.matches(number)
            && other.matches(number)
            && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0);
  }
}
