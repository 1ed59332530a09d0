package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file; rows are numbered as a spreadsheet would show them. */
public final class CsvFile implements SheetFile {
  private static final char[] SEPARATORS = {',', '\t', ';', '，'};

  private final Path file;
  private final Limits limits;
  private final Encoding encoding;
  private final CSVFormat style;

  private CsvFile(Path file, Limits limits, Encoding encoding, CSVFormat style) {
    this.file = file;
    this.limits = limits;
    this.encoding = encoding;
    this.style = style;
  }

  static CsvFile open(Path file, Limits limits) throws IOException {
    Encoding encoding = Encoding.of(file);
    return new CsvFile(file, limits, encoding, style(file, encoding));
  }

  /** Its encoding. */
  public Encoding encoding() {
    return encoding;
  }

  /** How it is separated and quoted. */
  public CSVFormat style() {
    return style;
  }

  @Override
  public Format format() {
    return Format.CSV;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(new Sheet(name(), false));
  }

  @Override
  public boolean since1904() {
    return false;
  }

  @Override
  public RowCursor rows(String sheet) throws IOException {
    if (!sheet.equals(name())) {
      throw new SheetException(Reason.of("file.noSheet", sheet));
    }
    return new Rows(
        CSVParser.builder()
            .setReader(new BufferedReader(encoding.reader(file)))
            .setFormat(style)
            .get());
  }

  @Override
  public void close() {
    // nothing stays open between the cursors
  }

  private String name() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The separator that the first line with any has most of. */
  private static CSVFormat style(Path file, Encoding encoding) throws IOException {
    char best = ',';
    long most = 0;
    try (BufferedReader reader = new BufferedReader(encoding.reader(file))) {
      for (String line = reader.readLine(); line != null && most == 0; line = reader.readLine()) {
        String bare = line.replaceAll("\"[^\"]*\"?", "");
        for (char separator : SEPARATORS) {
          long count = bare.chars().filter(c -> c == separator).count();
          best = count > most ? separator : best;
          most = Math.max(count, most);
        }
      }
    }
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(best)
        .setIgnoreEmptyLines(false)
        .setLenientEof(true)
        .get();
  }

  private final class Rows implements RowCursor {
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    Rows(CSVParser parser) {
      this.parser = parser;
      this.records = parser.iterator();
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
      try {
        while (records.hasNext()) {
          SheetRow row = row(records.next());
          if (!row.isBlank()) {
            return Optional.of(row);
          }
        }
        return Optional.empty();
      } catch (UncheckedIOException e) {
        throw new SheetException(Reason.of("file.csv", parser.getCurrentLineNumber()), e);
      }
    }

    private SheetRow row(CSVRecord record) throws SheetException {
      int number = Math.toIntExact(record.getRecordNumber());
      if (number > limits.rows()) {
        throw new SheetException(Reason.of("file.rows", name(), limits.rows()));
      }
      if (record.size() > limits.columns()) {
        throw new SheetException(Reason.of("file.columns", name(), number, limits.columns()));
      }
      NavigableMap<Integer, Cell> cells = new TreeMap<>();
      for (int i = 0; i < record.size(); i++) {
        String text = record.get(i);
        if (text.length() > limits.cellCharacters()) {
          throw new SheetException(
              Reason.of("file.cell", Columns.letter(i) + number, limits.cellCharacters()));
        }
        cells.put(i, Cell.text(i, text));
      }
      return new SheetRow(name(), number, cells);
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }
}
