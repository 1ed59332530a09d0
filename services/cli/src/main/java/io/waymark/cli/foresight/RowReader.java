package io.waymark.cli.foresight;

import io.waymark.judging.Comparator;
import io.waymark.judging.Exactness;
import io.waymark.judging.Figure;
import io.waymark.judging.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads one row and collects all that is wrong with it. */
final class RowReader {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;
  private static final int MOST_DIGITS = 100;

  private final UnaryOperator<String> cells;
  private final List<RowFault> faults = new ArrayList<>();

  /** Reads from a row's cells by column. */
  RowReader(UnaryOperator<String> cells) {
    this.cells = cells;
  }

  List<RowFault> faults() {
    return faults;
  }

  /** The question; empty if there are faults. */
  Optional<Question> read() {
    String id = text("id", "expected.text");
    Measure measure = measure();
    int baseYear = year("base_year", cells.apply("base_year"));
    BigDecimal base = number("base_value", cells.apply("base_value"));
    List<Figure> history = history();
    int targetYear = year("target_year", cells.apply("target_year"));
    BigDecimal target = number("target_value", cells.apply("target_value"));
    Comparator comparator = comparator();
    if (faults.isEmpty() && targetYear <= baseYear) {
      fault("target_year", cells.apply("target_year"), "expected.afterBase");
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    List<Figure> figures = history.isEmpty() ? List.of(figure(baseYear, base)) : history;
    String group = cells.apply("group");
    return Optional.of(
        new Question(id, group, measure, figures, baseYear, base, targetYear, target, comparator));
  }

  /** What the series came to in the target year. */
  Optional<BigDecimal> outcome() {
    int before = faults.size();
    BigDecimal outcome = number("outcome", cells.apply("outcome"));
    return faults.size() > before ? Optional.empty() : Optional.of(outcome);
  }

  /** Whether the target was met. */
  Optional<Boolean> met() {
    String text = cells.apply("met");
    if (!text.equals("0") && !text.equals("1")) {
      fault("met", text, "expected.met");
      return Optional.empty();
    }
    return Optional.of(text.equals("1"));
  }

  private void fault(String column, String value, String expectation) {
    faults.add(new RowFault(column, value, expectation));
  }

  private String text(String column, String expectation) {
    String value = cells.apply(column);
    if (value.isEmpty()) {
      fault(column, value, expectation);
    }
    return value;
  }

  private Measure measure() {
    String kind = cells.apply("kind").toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "level" -> Measure.LEVEL;
      case "share" -> Measure.SHARE;
      default -> {
        fault("kind", kind, "expected.seriesKind");
        yield Measure.LEVEL;
      }
    };
  }

  private Comparator comparator() {
    String name = cells.apply("comparator").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "ge" -> Comparator.GE;
      case "gt" -> Comparator.GT;
      case "le" -> Comparator.LE;
      case "lt" -> Comparator.LT;
      default -> {
        fault("comparator", name, "expected.comparator");
        yield Comparator.GE;
      }
    };
  }

  private int year(String column, String text) {
    if (text.matches("\\d{4}")) {
      int year = Integer.parseInt(text);
      if (year >= FIRST_YEAR && year <= LAST_YEAR) {
        return year;
      }
    }
    fault(column, text, "expected.year");
    return FIRST_YEAR;
  }

  private BigDecimal number(String column, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number of absurd size
    }
    fault(column, text, "expected.decimal");
    return BigDecimal.ZERO;
  }

  /** {@code 2015:1.2;2016:1.4}: years rise; a year may be missing, a value may not. */
  private List<Figure> history() {
    List<Figure> figures = new ArrayList<>();
    String text = cells.apply("history");
    if (text.isEmpty()) {
      return figures;
    }
    int before = 0;
    for (String pair : text.split(";", -1)) {
      int colon = pair.indexOf(':');
      if (colon < 0) {
        fault("history", pair, "expected.history");
        return figures;
      }
      int errors = faults.size();
      int year = year("history", pair.substring(0, colon).strip());
      BigDecimal value = number("history", pair.substring(colon + 1).strip());
      if (faults.size() > errors) {
        return figures;
      }
      if (year <= before) {
        fault("history", pair, "expected.risingYears");
        return figures;
      }
      before = year;
      figures.add(figure(year, value));
    }
    return figures;
  }

  private static Figure figure(int year, BigDecimal value) {
    return new Figure(
        String.valueOf(year), Question.endOf(year), value, Exactness.EXACT, false, false);
  }
}
