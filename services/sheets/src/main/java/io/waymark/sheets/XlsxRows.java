package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/** The rows of a workbook's sheet, pulled from its XML. */
final class XlsxRows implements RowCursor {
  private final String sheet;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final XlsxCells cells;
  private final Merges merges;
  private final Limits limits;
  private int number;

  XlsxRows(String sheet, InputStream in, XlsxCells cells, Merges merges, Limits limits)
      throws XMLStreamException {
    this.sheet = sheet;
    this.in = in;
    this.xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
    this.cells = cells;
    this.merges = merges;
    this.limits = limits;
  }

  @Override
  public Optional<SheetRow> next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          SheetRow row = row();
          if (!row.isBlank()) {
            return Optional.of(row);
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SheetException(Reason.of("file.broken"), e);
    }
  }

  private SheetRow row() throws XMLStreamException, SheetException {
    String stated = xml.getAttributeValue(null, "r");
    number = stated == null ? number + 1 : Integer.parseInt(stated);
    NavigableMap<Integer, Cell> found = new TreeMap<>();
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : Columns.index(reference);
        Cell cell = cells.read(xml, column, number);
        if (!cell.isBlank()) {
          within(column);
          found.put(column, cell);
        }
      }
    }
    merges.spread(number, found);
    SheetRow row = new SheetRow(sheet, number, found);
    if (number > limits.rows() && !row.isBlank()) {
      throw new SheetException(Reason.of("file.rows", sheet, limits.rows()));
    }
    return row;
  }

  private void within(int column) throws SheetException {
    if (column >= limits.columns()) {
      throw new SheetException(Reason.of("file.columns", sheet, number, limits.columns()));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
