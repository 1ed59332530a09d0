package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * The merged cells of a sheet. They stand behind its rows in the file, so they are read in a pass
 * of their own.
 */
final class Merges {
  private static final int MOST = 20_000;

  private final Map<Integer, List<Span>> byFirstRow;
  private final Map<Span, Cell> running = new HashMap<>();

  private Merges(Map<Integer, List<Span>> byFirstRow) {
    this.byFirstRow = byFirstRow;
  }

  static Merges read(InputStream sheet) throws XMLStreamException, SheetException {
    Map<Integer, List<Span>> spans = new HashMap<>();
    int count = 0;
    XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("mergeCell")) {
        if (++count > MOST) {
          throw new SheetException(Reason.of("file.bomb"));
        }
        Span span = Span.parse(xml.getAttributeValue(null, "ref"));
        spans.computeIfAbsent(span.firstRow(), row -> new ArrayList<>()).add(span);
      }
    }
    return new Merges(spans);
  }

  /**
   * Gives the value of cells merged over several rows to each of these rows, in their first column;
   * cells that are merged across columns stay blank behind the first.
   */
  void spread(int row, Map<Integer, Cell> cells) {
    running.keySet().removeIf(span -> span.lastRow() < row);
    for (Span span : running.keySet()) {
      cells.put(span.firstColumn(), Optional.ofNullable(running.get(span)).orElseThrow());
    }
    for (Span span : byFirstRow.getOrDefault(row, List.of())) {
      Cell first =
          cells.getOrDefault(span.firstColumn(), Cell.text(span.firstColumn(), "")).within(span);
      cells.put(span.firstColumn(), first);
      if (span.isTall()) {
        running.put(span, first);
      }
    }
  }
}
