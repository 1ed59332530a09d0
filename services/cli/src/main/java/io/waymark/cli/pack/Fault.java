package io.waymark.cli.pack;

import java.util.Locale;

/**
 * One thing that is wrong with a pack, and where.
 *
 * @param file the file's name, for example "targets.csv"
 * @param row the line of the file, the header being 1; 0 if the whole file is meant
 * @param column the column; empty if the whole row is meant
 * @param value what was found, cut after 200 characters
 * @param expectation what should have been there
 * @param severity whether the pack can be loaded all the same
 */
public record Fault(
    String file, int row, String column, String value, Expectation expectation, Severity severity) {
  private static final int LONGEST_VALUE = 200;

  /** Whether a fault stands in the way of loading. */
  public enum Severity {
    /** The pack is refused. */
    ERROR,
    /** Worth a look; the pack can be loaded. */
    WARNING
  }

  /** Cuts the value, so that a message stays readable. */
  public Fault {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }

  /** The same fault, of a sheet of a workbook. */
  Fault inWorkbook(String workbook) {
    String sheet = file.endsWith(".csv") ? file.substring(0, file.length() - 4) : file;
    return new Fault(workbook + " [" + sheet + "]", row, column, value, expectation, severity);
  }

  /** One line for people, in Chinese for "zh" and English otherwise. */
  public String message(Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    return chinese ? inChinese() : inEnglish();
  }

  private String inChinese() {
    String where = file + (row > 0 ? " 第 " + row + " 行" : "");
    String what = column.isEmpty() ? "" : "“" + column + "”";
    return where + what + "：" + (value.isEmpty() ? "（空）" : value) + "（应为：" + expectation.zh() + "）";
  }

  private String inEnglish() {
    String where = file + (row > 0 ? ", row " + row : "");
    String what = column.isEmpty() ? "" : ", " + column;
    return where
        + what
        + ": "
        + (value.isEmpty() ? "(empty)" : value)
        + " (expected: "
        + expectation.en()
        + ")";
  }
}
