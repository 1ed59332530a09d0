package io.waymark.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes plain sheets of text, row by row: what is read back is what was written, character by
 * character (007 stays 007, 590.0 stays 590.0).
 */
public final class WorkbookWriter implements Closeable {
  private static final int IN_MEMORY = 100;
  private static final int WIDEST = 60;
  private static final int NARROWEST = 10;
  private static final int WIDTH_UNITS = 256;

  private final OutputStream out;
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(IN_MEMORY);
  private final CellStyle text;
  private final CellStyle heading;

  /** Writes to a stream, all at the end; the stream stays open. */
  public WorkbookWriter(OutputStream out) {
    this.out = out;
    short asText = workbook.createDataFormat().getFormat("@");
    this.text = workbook.createCellStyle();
    text.setDataFormat(asText);
    this.heading = workbook.createCellStyle();
    heading.setDataFormat(asText);
    heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
  }

  /** Begins a sheet under headings, which stay in sight and filter the rows. */
  public Sheet sheet(String name, List<String> headings) {
    SXSSFSheet sheet = workbook.createSheet(name);
    sheet.createFreezePane(0, 1);
    if (!headings.isEmpty()) {
      sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, headings.size() - 1));
    }
    for (int i = 0; i < headings.size(); i++) {
      int width = Math.clamp(headings.get(i).length() * 2L + 2, NARROWEST, WIDEST);
      sheet.setColumnWidth(i, width * WIDTH_UNITS);
    }
    Sheet written = new Sheet(sheet);
    written.row(headings, heading);
    return written;
  }

  /** Writes the workbook out. */
  @Override
  public void close() throws IOException {
    try (workbook) {
      workbook.write(out);
    }
  }

  /** A sheet that is being written. */
  public final class Sheet {
    private final SXSSFSheet sheet;
    private int rows;

    private Sheet(SXSSFSheet sheet) {
      this.sheet = sheet;
    }

    /** Adds a row; an empty text leaves its cell out. */
    public void row(List<String> cells) {
      row(cells, text);
    }

    private void row(List<String> cells, CellStyle style) {
      Row row = sheet.createRow(rows++);
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          Cell cell = row.createCell(i);
          cell.setCellStyle(style);
          cell.setCellValue(cells.get(i));
        }
      }
    }
  }
}
