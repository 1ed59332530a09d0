package io.waymark.cli.command;

import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.client.Problem;
import io.waymark.cli.foresight.Projection.Skipped;
import io.waymark.cli.foresight.RowFault;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.sheets.SheetException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files of questions: whether they have the columns, and which rows could not be read. */
final class BatchRows {
  private static final int SHOWN = 20;

  private BatchRows() {}

  static CsvRows read(Shell shell, Path file, List<String> needed, String next) {
    Words words = shell.words();
    CsvRows rows = rows(shell, file, words);
    List<String> missing = needed.stream().filter(column -> !rows.has(column)).toList();
    if (!missing.isEmpty()) {
      String header = String.join(",", rows.header());
      String expected = words.get("expected.column", String.join(", ", missing));
      throw Problem.usage(
          List.of(words.get("fault", file.getFileName(), header, expected)), words.get(next));
    }
    if (rows.rows().isEmpty()) {
      String expected = words.get("expected.rows");
      throw Problem.refused(
          words.get("fault", file.getFileName(), words.get("fault.noRows"), expected),
          words.get(next));
    }
    return rows;
  }

  private static CsvRows rows(Shell shell, Path file, Words words) {
    try {
      return CsvRows.read(file);
    } catch (SheetException e) {
      String line = file.getFileName() + ": " + shell.sheetWords().say(e.reason());
      throw Problem.usage(List.of(line), words.get("next.csv"));
    } catch (IOException e) {
      throw Problem.usage(
          List.of(words.get("fault", "-f", file, words.get("expected.csv"))),
          words.get("next.csv"));
    }
  }

  /** Names the rows that were left out; answers the exit code. */
  static int tellSkipped(Shell shell, List<Skipped> skipped) {
    skipped.stream()
        .limit(SHOWN)
        .forEach(row ->
            row.faults()
                .forEach(fault ->
                    shell.note(
                        shell.errorStyle().paint(Tone.RED, line(shell.words(), row, fault)))));
    if (skipped.size() > SHOWN) {
      shell.note(shell.words().get("project.more", skipped.size() - SHOWN));
    }
    return skipped.isEmpty() ? Problem.DONE : Problem.USAGE;
  }

  private static String line(Words words, Skipped row, RowFault fault) {
    String value = fault.value().isEmpty() ? words.get("fault.missing") : fault.value();
    String reason = words.get("fault", fault.column(), value, words.get(fault.expectation()));
    return words.get("file.line", row.line(), reason);
  }
}
