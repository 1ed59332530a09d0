package io.waymark.cli.foresight;

import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.CsvRows.Row;
import io.waymark.cli.bulk.Meter;
import io.waymark.judging.Rulebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Answers all questions of a file; a row that cannot be read is named and left out. */
public final class Projection {
  /** The columns without which no row can be answered; others are left alone. */
  public static final List<String> NEEDED =
      List.of(
          "id",
          "group",
          "kind",
          "history",
          "base_year",
          "base_value",
          "target_year",
          "target_value",
          "comparator");

  private static final int PROGRESS = 256;

  /** A row that was left out. */
  public record Skipped(long line, List<RowFault> faults) {}

  private final List<Question> questions = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  /** Reads the rows. */
  public Projection(CsvRows rows) {
    Map<String, Long> lines = new HashMap<>();
    for (Row row : rows.rows()) {
      RowReader reader = new RowReader(row::get);
      Long before = lines.putIfAbsent(row.get("id"), row.line());
      if (before != null && !row.get("id").isEmpty()) {
        reader.faults().add(new RowFault("id", row.get("id"), "expected.uniqueId"));
      }
      reader
          .read()
          .ifPresentOrElse(
              questions::add, () -> skipped.add(new Skipped(row.line(), reader.faults())));
    }
  }

  /** How many rows can be answered. */
  public int size() {
    return questions.size();
  }

  /** The rows that cannot. */
  public List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** Writes the answers in the order of the questions; the file appears when it is complete. */
  public void write(Path file, Rulebook rulebook, Meter meter) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Comparables comparables = new Comparables(questions);
    try (var writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
      csv.printRecord(Answer.COLUMNS);
      for (int i = 0; i < questions.size(); i++) {
        Question question = questions.get(i);
        csv.printRecord(Answer.of(question, comparables.of(question), rulebook));
        if (i % PROGRESS == 0) {
          meter.at(i, questions.size());
        }
      }
      meter.at(questions.size(), questions.size());
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
