package io.waymark.cli.evaluate;

import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.sheets.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes an evaluation for report writers: one document, its tables as CSV and as one workbook. */
public final class EvaluationExport {
  /** Spreadsheets take a file for UTF-8 if it says so. */
  private static final String MARK = "\uFEFF";

  /**
   * What is written.
   *
   * @param scores with every input
   */
  public record Content(
      Evaluation evaluation,
      List<Judgement> judgements,
      List<Score> scores,
      Optional<CompareSnapshotsResponse> compared) {
    /** Copies. */
    public Content {
      judgements = List.copyOf(judgements);
      scores = List.copyOf(scores);
    }
  }

  private final Words words;
  private final ZoneId zone;
  private final Content content;

  /** For readers of one language. */
  public EvaluationExport(Words words, ZoneId zone, Content content) {
    this.words = words;
    this.zone = zone;
    this.content = content;
  }

  /** Writes everything into a folder, which is made if need be, and names the files. */
  public List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    Path document = folder.resolve("evaluation.md");
    Files.writeString(
        document,
        new EvaluationDocument(words, zone)
            .write(content.evaluation(), content.judgements(), content.compared().orElse(null)));
    written.add(document);
    List<NamedTable> tables = tables();
    for (NamedTable table : tables) {
      Path file = folder.resolve(table.id() + ".csv");
      Files.writeString(file, csv(table));
      written.add(file);
    }
    Path workbook = folder.resolve("tables.xlsx");
    try (OutputStream out = Files.newOutputStream(workbook);
        WorkbookWriter writer = new WorkbookWriter(out)) {
      for (NamedTable table : tables) {
        WorkbookWriter.Sheet sheet = writer.sheet(table.title(), table.headings());
        table.rows().forEach(sheet::row);
      }
    }
    written.add(workbook);
    return written;
  }

  private List<NamedTable> tables() {
    EvaluationTables of = new EvaluationTables(words);
    Evaluation evaluation = content.evaluation();
    List<NamedTable> tables =
        new ArrayList<>(
            List.of(
                of.parts("index", evaluation.getIndex(), evaluation.getIndexScheme()),
                of.fields(evaluation),
                of.bureaus(evaluation),
                of.targets(content.judgements()),
                of.projects(content.judgements()),
                of.inputs(content.scores())));
    ComparisonTables changes = new ComparisonTables(words);
    content
        .compared()
        .ifPresent(compared ->
            tables.addAll(
                List.of(
                    changes.scores(compared),
                    changes.byField(compared),
                    changes.byBureau(compared),
                    changes.changes(compared))));
    return tables;
  }

  private static String csv(NamedTable table) throws IOException {
    StringBuilder text = new StringBuilder(MARK);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      printer.printRecord(table.headings());
      for (List<String> row : table.rows()) {
        printer.printRecord(row);
      }
    }
    return text.toString();
  }
}
