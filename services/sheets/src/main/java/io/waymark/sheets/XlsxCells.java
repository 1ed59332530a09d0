package io.waymark.sheets;

import io.waymark.sheets.Cell.Kind;
import io.waymark.sheets.value.Reason;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.jspecify.annotations.Nullable;

/** Reads one cell of a sheet's XML. Of a formula the value is taken that its program left there. */
final class XlsxCells {
  private final ReadOnlySharedStringsTable texts;
  private final Formats formats;
  private final Limits limits;

  XlsxCells(ReadOnlySharedStringsTable texts, Formats formats, Limits limits) {
    this.texts = texts;
    this.formats = formats;
    this.limits = limits;
  }

  /** Reads the cell whose start the reader has just met, up to its end. */
  Cell read(XMLStreamReader xml, int column, int row) throws XMLStreamException, SheetException {
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    String formula = null;
    String value = null;
    StringBuilder inline = new StringBuilder();
    boolean phonetic = false;
    while (true) {
      int event = xml.next();
      String name =
          event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
              ? xml.getLocalName()
              : "";
      if (event == XMLStreamConstants.END_ELEMENT && name.equals("c")) {
        break;
      }
      if (name.equals("rPh")) {
        phonetic = event == XMLStreamConstants.START_ELEMENT;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (name) {
          case "f" -> formula = xml.getElementText();
          case "v" -> value = xml.getElementText();
          case "t" -> inline.append(phonetic ? "" : xml.getElementText());
          default -> {
            // formatting
          }
        }
      }
    }
    String text = value == null && !inline.isEmpty() ? inline.toString() : value;
    Cell cell = cell(column, type == null ? "n" : type, style, formula, text);
    if (cell.text().length() > limits.cellCharacters()) {
      throw new SheetException(
          Reason.of("file.cell", Columns.letter(column) + row, limits.cellCharacters()));
    }
    return cell;
  }

  private Cell cell(
      int column,
      String type,
      @Nullable String style,
      @Nullable String formula,
      @Nullable String value) {
    if (value == null) {
      return formula == null
          ? Cell.text(column, "")
          : Cell.faulty(column, "=" + formula, Reason.of("cell.uncalculated", "=" + formula));
    }
    return switch (type) {
      case "s" -> Cell.text(column, texts.getItemAt(Integer.parseInt(value.strip())).getString());
      case "str", "inlineStr" -> Cell.text(column, value);
      case "e" -> Cell.faulty(column, value, Reason.of("cell.error", value));
      case "b" ->
          new Cell(column, Kind.LOGICAL, value.strip().equals("1") ? "TRUE" : "FALSE", null, null);
      case "d" -> new Cell(column, Kind.DATE, value.replace("T00:00:00", ""), null, null);
      default -> formats.number(column, value.strip(), style);
    };
  }
}
