package io.waymark.cli.command;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.CsvRows.Row;
import io.waymark.cli.bulk.RefusedRows;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Refusals;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a file's rows: counts and reasons for a person, the refused rows in a file of
 * their own.
 */
final class FileResult {
  private static final int SHOWN = 20;

  private final Shell shell;
  private final Words words;
  private final Path file;
  private final CsvRows rows;
  private final RefusedRows refused = new RefusedRows();
  private int accepted;

  FileResult(Shell shell, Path file, CsvRows rows) {
    this.shell = shell;
    this.words = shell.words();
    this.file = file;
    this.rows = rows;
  }

  /** Reads a file that has rows and the column without which no row means anything. */
  static CsvRows read(Shell shell, Path file, Map<String, String> columns, String needed) {
    Words words = shell.words();
    CsvRows rows;
    try {
      rows = CsvRows.read(file, columns);
    } catch (IOException e) {
      throw Problem.usage(
          List.of(words.get("fault", "-f", file, words.get("expected.csv"))),
          words.get("next.csv"));
    }
    if (!rows.has(needed, columns)) {
      String header = String.join(",", rows.header());
      String expected = words.get("expected.column", needed);
      throw Problem.usage(
          List.of(words.get("fault", file.getFileName(), header, expected)), words.get("next.csv"));
    }
    if (rows.rows().isEmpty()) {
      String expected = words.get("expected.rows");
      throw Problem.refused(
          words.get("fault", file.getFileName(), words.get("fault.noRows"), expected),
          words.get("next.csv"));
    }
    return rows;
  }

  void accepted(String subject, String id) {
    accepted++;
    if (!shell.json() && accepted <= SHOWN) {
      shell.print(words.get("file.row", subject, id) + "\n");
    }
  }

  void refused(Row row, String reason) {
    refused.add(row, reason);
  }

  void broken(StatusRuntimeException failure) {
    Problem problem = new Refusals(words, shell.server()).of(failure);
    problem.lines().forEach(shell::note);
    problem.next().ifPresent(shell::note);
  }

  /** Says how it went, writes the refused rows, and gives the exit code. */
  int finish() {
    String summary = words.get("file.summary", accepted, refused.size());
    if (shell.json()) {
      shell.note(summary);
    } else {
      shell.print((accepted > SHOWN ? "  …\n" : "") + summary + "\n");
    }
    if (refused.size() == 0) {
      return Problem.DONE;
    }
    refused.all().stream().limit(SHOWN).forEach(this::tell);
    try {
      shell.note(words.get("file.refused", refused.writeBeside(file, rows.header())));
    } catch (IOException e) {
      shell.note(words.get("file.unwritable", Optional.ofNullable(e.getMessage()).orElse("")));
    }
    return Problem.REFUSED;
  }

  private void tell(RefusedRows.Refused row) {
    String line = words.get("file.line", row.row().line(), row.reason());
    shell.note(shell.errorStyle().paint(Tone.RED, line));
  }
}
