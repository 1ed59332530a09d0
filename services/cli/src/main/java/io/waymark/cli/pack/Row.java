package io.waymark.cli.pack;

import io.waymark.cli.pack.Fault.Severity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of a sheet. Its readers name what is wrong and go on with nothing, so that one reading
 * finds every fault; what they return counts only if no error was found in the whole pack.
 */
record Row(Sheet sheet, int number, Set<String> header, Map<String, String> cells, Faults faults) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern RULEBOOK =
      Pattern.compile("[a-z][a-z0-9-]{1,39}(@[1-9][0-9]{0,5})?");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");

  void error(String column, Expectation expectation) {
    add(column, expectation, Severity.ERROR);
  }

  void warning(String column, Expectation expectation) {
    add(column, expectation, Severity.WARNING);
  }

  private void add(String column, Expectation expectation, Severity severity) {
    // A column that is missing altogether was named once, at the header.
    if (header.contains(column) || !sheet.columns().contains(column)) {
      faults.add(new Fault(sheet.file(), number, column, text(column), expectation, severity));
    }
  }

  /** The same row with other cells; columns that its file lacks are there from now on. */
  Row with(Map<String, String> others) {
    Map<String, String> changed = new HashMap<>(cells);
    changed.putAll(others);
    Set<String> columns = new HashSet<>(header);
    columns.addAll(others.keySet());
    return new Row(sheet, number, Set.copyOf(columns), changed, faults);
  }

  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  String required(String column) {
    if (text(column).isEmpty()) {
      error(column, Expectation.notEmpty());
    }
    return text(column);
  }

  String id(String column) {
    if (!ID.matcher(text(column)).matches()) {
      error(column, Expectation.id());
    }
    return text(column);
  }

  String optionalId(String column) {
    return text(column).isEmpty() ? "" : id(column);
  }

  /**
   * A rulebook's name, perhaps with a version as in wuhan@1; which exist is the service's business.
   */
  String rulebook(String column) {
    String text = text(column);
    if (!text.isEmpty() && !RULEBOOK.matcher(text).matches()) {
      error(column, Expectation.rulebook());
    }
    return text;
  }

  List<String> list(String column) {
    return Arrays.stream(text(column).split(";"))
        .map(String::trim)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  Optional<LocalDate> date(String column) {
    if (text(column).isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text(column));
      if (date.getYear() >= 2000 && date.getYear() < 2100) {
        return Optional.of(date);
      }
    } catch (DateTimeException e) {
      // named below, as any other text that is no date
    }
    error(column, Expectation.date());
    return Optional.empty();
  }

  Optional<LocalDate> requiredDate(String column) {
    if (text(column).isEmpty()) {
      error(column, Expectation.date());
    }
    return date(column);
  }

  Optional<BigDecimal> decimal(String column) {
    if (text(column).isEmpty()) {
      return Optional.empty();
    }
    if (!DECIMAL.matcher(text(column)).matches()) {
      error(column, Expectation.number());
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text(column)));
  }

  Optional<BigDecimal> requiredDecimal(String column) {
    if (text(column).isEmpty()) {
      error(column, Expectation.number());
    }
    return decimal(column);
  }

  int line(String column) {
    String given = text(column);
    if (given.isEmpty()) {
      return 0;
    }
    if (!given.matches("\\d{1,7}")) {
      error(column, new Expectation("原文行号，如 371", "a line number of the source, for example 371"));
      return 0;
    }
    return Integer.parseInt(given);
  }

  <T> T choice(String column, Map<String, T> words, T otherwise) {
    T meant = words.get(text(column));
    if (meant == null) {
      error(column, Expectation.oneOf(words.keySet()));
      return otherwise;
    }
    return meant;
  }

  <T> T optionalChoice(String column, Map<String, T> words, T otherwise) {
    return text(column).isEmpty() ? otherwise : choice(column, words, otherwise);
  }

  /** The assumed columns of this row; each must be a column of its sheet. */
  Set<String> assumed() {
    List<String> names = list("assumed");
    if (!header.containsAll(names)) {
      List<String> columns = header.stream().sorted().toList();
      error(
          "assumed",
          new Expectation(
              "本表列名，用分号分隔：" + String.join(", ", columns),
              "columns of this file, semicolons between: " + String.join(", ", columns)));
    }
    return Set.copyOf(names);
  }
}
