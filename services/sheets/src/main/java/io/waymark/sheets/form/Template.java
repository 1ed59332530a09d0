package io.waymark.sheets.form;

import io.waymark.sheets.SheetWords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * An empty form with a bureau's own subjects filled in: what identifies a row and what was last
 * reported is locked, the rest is to be filled in, with words to choose from where there are some.
 */
public final class Template {
  /**
   * A column.
   *
   * @param field our name of it
   * @param locked true if it is not to be filled in
   * @param width in characters
   * @param choices the words to choose from; empty for free input
   * @param several true if more than one of them may be written: then the list only advises
   */
  record Column(String field, boolean locked, int width, List<String> choices, boolean several) {
    static Column fixed(String field, int width) {
      return new Column(field, true, width, List.of(), false);
    }

    static Column open(String field, int width) {
      return new Column(field, false, width, List.of(), false);
    }

    static Column oneOf(String field, int width, List<String> choices) {
      return new Column(field, false, width, choices, false);
    }

    static Column someOf(String field, int width, List<String> choices) {
      return new Column(field, false, width, choices, true);
    }
  }

  private static final int WIDTH_UNITS = 256;
  private static final int NOTES_WIDTH = 100;
  private static final int SPARE_ROWS = 50;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final SheetWords words;
  private final Form form;
  private final List<Column> columns;
  private final CellStyle heading;
  private final CellStyle locked;
  private final CellStyle open;

  private Template(SheetWords words, Form form, List<Column> columns) {
    this.words = words;
    this.form = form;
    this.columns = columns;
    this.heading = style(true, IndexedColors.LIGHT_CORNFLOWER_BLUE);
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    heading.setWrapText(true);
    this.locked = style(true, IndexedColors.GREY_25_PERCENT);
    this.open = style(false, null);
  }

  /** A form for progress reports; each row has the columns from the project's id on. */
  public static void reports(List<List<String>> rows, SheetWords words, OutputStream out)
      throws IOException {
    List<Column> columns =
        List.of(
            Column.fixed("project_id", 28),
            Column.fixed("project_name", 36),
            Column.fixed("last_as_of", 14),
            Column.fixed("last_percent", 14),
            Column.fixed("last_invested", 16),
            Column.open("as_of", 14),
            Column.open("percent_complete", 14),
            Column.open("invested_to_date", 16),
            Column.open("expected_finish", 14),
            Column.oneOf("phase", 14, Phases.words(words)),
            Column.someOf("obstacle_kinds", 24, Obstacles.words(words)),
            Column.open("obstacle", 48),
            Column.open("corrects_report_id", 24));
    new Template(words, Form.REPORT, columns).write(rows, out);
  }

  /** A form for figures; each row has the columns from the indicator's id on. */
  public static void figures(List<List<String>> rows, SheetWords words, OutputStream out)
      throws IOException {
    List<Column> columns =
        List.of(
            Column.fixed("indicator_id", 36),
            Column.fixed("indicator_name", 36),
            Column.fixed("unit", 16),
            Column.fixed("last_period", 14),
            Column.fixed("last_value", 14),
            Column.open("period_end", 14),
            Column.open("value", 16),
            Column.open("source", 36));
    new Template(words, Form.OBSERVATION, columns).write(rows, out);
  }

  private void write(List<List<String>> rows, OutputStream out) throws IOException {
    try (workbook) {
      XSSFSheet sheet = workbook.createSheet(words.get(form.name()));
      headings(sheet);
      for (int i = 0; i < rows.size(); i++) {
        row(sheet.createRow(i + 1), rows.get(i));
      }
      dropdowns(sheet, rows.size() + SPARE_ROWS);
      sheet.createFreezePane(2, 1);
      protect(sheet);
      notes();
      workbook.write(out);
    }
  }

  private void headings(XSSFSheet sheet) {
    XSSFRow row = sheet.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      XSSFCell cell = row.createCell(i);
      cell.setCellValue(form.named(columns.get(i).field()).heading(words));
      cell.setCellStyle(heading);
      sheet.setColumnWidth(i, columns.get(i).width() * WIDTH_UNITS);
      sheet.setDefaultColumnStyle(i, open); // rows may be added below, and are text as well
    }
  }

  private void row(XSSFRow row, List<String> texts) {
    for (int i = 0; i < columns.size(); i++) {
      XSSFCell cell = row.createCell(i);
      cell.setCellStyle(columns.get(i).locked() ? locked : open);
      if (i < texts.size()) {
        cell.setCellValue(texts.get(i));
      }
    }
  }

  private void dropdowns(XSSFSheet sheet, int lastRow) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (int i = 0; i < columns.size(); i++) {
      List<String> choices = columns.get(i).choices();
      if (!choices.isEmpty()) {
        DataValidationConstraint oneOf =
            helper.createExplicitListConstraint(choices.toArray(String[]::new));
        DataValidation validation =
            helper.createValidation(oneOf, new CellRangeAddressList(1, lastRow, i, i));
        validation.setShowErrorBox(true);
        String title = form.named(columns.get(i).field()).heading(words);
        validation.createErrorBox(title, String.join(words.get("between"), choices));
        if (columns.get(i).several()) {
          validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        }
        sheet.addValidationData(validation);
      }
    }
  }

  /** Without a password: it guards against slips, not against people. */
  private static void protect(XSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockFormatCells(false);
    sheet.lockSort(false);
    sheet.lockAutoFilter(false);
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
  }

  private void notes() {
    XSSFSheet notes = workbook.createSheet(words.get("notes.title"));
    notes.setColumnWidth(0, NOTES_WIDTH * WIDTH_UNITS);
    CellStyle wrapped = workbook.createCellStyle();
    wrapped.setWrapText(true);
    wrapped.setVerticalAlignment(VerticalAlignment.TOP);
    String[] lines = words.get(form.name() + ".notes").split("\\|", -1);
    for (int i = 0; i < lines.length; i++) {
      XSSFCell cell = notes.createRow(i).createCell(0);
      cell.setCellStyle(wrapped);
      cell.setCellValue(lines[i].strip());
    }
  }

  private CellStyle style(boolean isLocked, @Nullable IndexedColors fill) {
    CellStyle style = workbook.createCellStyle();
    style.setLocked(isLocked);
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    if (fill != null) {
      style.setFillForegroundColor(fill.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }
}
