package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** A workbook whose sheets are read as streams; only its texts and styles are held in memory. */
final class XlsxFile implements SheetFile {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private record Part(Sheet sheet, String relation) {}

  private final OPCPackage file;
  private final Limits limits;
  private final XSSFReader reader;
  private final List<Part> parts = new ArrayList<>();
  private final ReadOnlySharedStringsTable texts;
  private final Formats formats;
  private boolean since1904;

  private XlsxFile(OPCPackage file, Limits limits)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    this.file = file;
    this.limits = limits;
    this.reader = new XSSFReader(file);
    this.texts = new ReadOnlySharedStringsTable(file, false);
    readWorkbook();
    this.formats = new Formats(reader.getStylesTable(), since1904);
  }

  static XlsxFile open(Path file, Limits limits) throws IOException {
    OPCPackage opened = null;
    try {
      opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
      return new XlsxFile(opened, limits);
    } catch (OpenXML4JException | SAXException | XMLStreamException | RuntimeException e) {
      if (opened != null) {
        opened.revert();
      }
      throw new SheetException(Reason.of("file.broken"), e);
    }
  }

  private void readWorkbook() throws IOException, OpenXML4JException, XMLStreamException {
    try (InputStream in = reader.getWorkbookData()) {
      XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "workbookPr" -> since1904 = isTrue(xml.getAttributeValue(null, "date1904"));
            case "sheet" -> parts.add(part(xml));
            default -> {
              // of no concern here
            }
          }
        }
      }
    }
  }

  private static Part part(XMLStreamReader xml) {
    String state = xml.getAttributeValue(null, "state");
    String relation = xml.getAttributeValue(RELATIONS, "id");
    return new Part(
        new Sheet(xml.getAttributeValue(null, "name"), state != null && !state.equals("visible")),
        relation == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : relation);
  }

  private static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  @Override
  public Format format() {
    return Format.XLSX;
  }

  @Override
  public List<Sheet> sheets() {
    return parts.stream().map(Part::sheet).toList();
  }

  @Override
  public boolean since1904() {
    return since1904;
  }

  @Override
  public RowCursor rows(String sheet) throws IOException {
    String relation =
        parts.stream()
            .filter(part -> part.sheet().name().equals(sheet))
            .map(Part::relation)
            .findFirst()
            .orElseThrow(() -> new SheetException(Reason.of("file.noSheet", sheet)));
    try {
      Merges merges;
      try (InputStream in = reader.getSheet(relation)) {
        merges = Merges.read(in);
      }
      return new XlsxRows(
          sheet, reader.getSheet(relation), new XlsxCells(texts, formats, limits), merges, limits);
    } catch (OpenXML4JException | XMLStreamException | OpenXML4JRuntimeException e) {
      throw new SheetException(Reason.of("file.broken"), e);
    }
  }

  @Override
  public void close() {
    file.revert(); // closes without writing
  }
}
