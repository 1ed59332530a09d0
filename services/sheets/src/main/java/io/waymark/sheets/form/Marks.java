package io.waymark.sheets.form;

import io.waymark.sheets.SheetWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Marks what is wrong: the cell red, the reason as its comment and in the last column. */
final class Marks {
  private static final byte[] RED = {(byte) 0xFF, (byte) 0xC9, (byte) 0xCC};
  private static final byte[] DARK_RED = {(byte) 0xA4, 0x0E, 0x26};
  private static final String AUTHOR = "Waymark";
  private static final int REASON_WIDTH = 60 * 256;
  private static final int COMMENT_COLUMNS = 3;
  private static final int COMMENT_ROWS = 4;

  private final XSSFWorkbook workbook;
  private final SheetWords words;
  private final Map<Short, XSSFCellStyle> red = new HashMap<>();
  private final Map<Short, XSSFCellStyle> bare = new HashMap<>();

  Marks(XSSFWorkbook workbook, SheetWords words) {
    this.workbook = workbook;
    this.words = words;
  }

  void mark(XSSFSheet sheet, XlsxCopy.Plan plan, NavigableMap<Integer, List<CellFault>> faults) {
    Map<Integer, List<CellFault>> byNewRow = new HashMap<>();
    faults.forEach((row, found) -> byNewRow.put(plan.rows().getOrDefault(row, 0), found));
    moveComments(sheet, plan);
    heading(sheet, plan);
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    plan.rows()
        .values()
        .forEach(number -> {
          XSSFRow row = sheet.getRow(number - 1);
          List<CellFault> found = byNewRow.getOrDefault(number, List.of());
          plan.spread()
              .getOrDefault(number, Map.of())
              .forEach((column, text) -> cell(row, column).setCellValue(text));
          unmark(row);
          found.stream()
              .filter(fault -> fault.column() != CellFault.WHOLE_ROW)
              .forEach(fault -> mark(drawing, cell(row, fault.column()), fault));
          XSSFCell reason = cell(row, plan.reasonColumn());
          reason.setCellStyle(reasonStyle());
          reason.setCellValue(CorrectedCopy.reasons(found, words));
        });
  }

  private void heading(XSSFSheet sheet, XlsxCopy.Plan plan) {
    XSSFRow row = sheet.getRow(plan.headingRow() - 1);
    XSSFCell heading = cell(row, plan.reasonColumn());
    XSSFCell beside = row.getCell(Math.max(0, plan.reasonColumn() - 1));
    if (beside != null) {
      heading.setCellStyle(beside.getCellStyle());
    }
    heading.setCellValue(Form.reasonHeading(words));
    sheet.setColumnHidden(plan.reasonColumn(), false);
    sheet.setColumnWidth(plan.reasonColumn(), REASON_WIDTH);
  }

  private void mark(XSSFDrawing drawing, XSSFCell cell, CellFault fault) {
    cell.setCellStyle(
        red.computeIfAbsent(
            cell.getCellStyle().getIndex(),
            _ -> {
              XSSFCellStyle style = workbook.createCellStyle();
              style.cloneStyleFrom(cell.getCellStyle());
              style.setFillForegroundColor(new XSSFColor(RED));
              style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
              border(style);
              return style;
            }));
    if (cell.getCellComment() == null) {
      int column = cell.getColumnIndex();
      int row = cell.getRowIndex();
      XSSFClientAnchor anchor =
          drawing.createAnchor(
              0, 0, 0, 0, column + 1, row, column + 1 + COMMENT_COLUMNS, row + COMMENT_ROWS);
      XSSFComment comment = drawing.createCellComment(anchor);
      comment.setAddress(row, column);
      comment.setAuthor(AUTHOR);
      comment.setString(words.say(fault.reason()));
    }
  }

  private static void border(XSSFCellStyle style) {
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    XSSFColor dark = new XSSFColor(DARK_RED);
    style.setBottomBorderColor(dark);
    style.setTopBorderColor(dark);
    style.setLeftBorderColor(dark);
    style.setRightBorderColor(dark);
  }

  /** Takes away the marks of an earlier round. */
  private void unmark(XSSFRow row) {
    row.forEach(each -> {
      XSSFCell cell = (XSSFCell) each;
      XSSFColor fill = cell.getCellStyle().getFillForegroundXSSFColor();
      if (fill != null && Arrays.equals(fill.getRGB(), RED)) {
        cell.setCellStyle(
            bare.computeIfAbsent(
                cell.getCellStyle().getIndex(),
                _ -> {
                  XSSFCellStyle style = workbook.createCellStyle();
                  style.cloneStyleFrom(cell.getCellStyle());
                  style.setFillPattern(FillPatternType.NO_FILL);
                  return style;
                }));
      }
    });
  }

  /** People's own comments move with their rows; those of an earlier round go. */
  private static void moveComments(XSSFSheet sheet, XlsxCopy.Plan plan) {
    record Moved(CellAddress to, String text, String author) {}
    List<Moved> moved = new ArrayList<>();
    for (Map.Entry<CellAddress, XSSFComment> entry :
        List.copyOf(sheet.getCellComments().entrySet())) {
      int row = entry.getKey().getRow() + 1;
      if (row > plan.headingRow()) {
        XSSFComment comment = entry.getValue();
        Integer fresh = plan.rows().get(row);
        if (fresh != null && !AUTHOR.equals(comment.getAuthor())) {
          CellAddress to = new CellAddress(fresh - 1, entry.getKey().getColumn());
          moved.add(new Moved(to, comment.getString().getString(), comment.getAuthor()));
        }
        remove(sheet, entry.getKey());
      }
    }
    XSSFDrawing drawing = moved.isEmpty() ? null : sheet.createDrawingPatriarch();
    for (Moved comment : moved) {
      if (drawing != null) {
        int column = comment.to().getColumn();
        int row = comment.to().getRow();
        XSSFClientAnchor anchor =
            drawing.createAnchor(
                0, 0, 0, 0, column + 1, row, column + 1 + COMMENT_COLUMNS, row + COMMENT_ROWS);
        XSSFComment fresh = drawing.createCellComment(anchor);
        fresh.setAddress(comment.to());
        fresh.setAuthor(comment.author());
        fresh.setString(comment.text());
      }
    }
  }

  /** A comment is removed through its cell, which may be gone. */
  private static void remove(XSSFSheet sheet, CellAddress address) {
    XSSFRow row = sheet.getRow(address.getRow());
    boolean made = row == null;
    XSSFRow there = made ? sheet.createRow(address.getRow()) : row;
    there.getCell(address.getColumn(), MissingCellPolicy.CREATE_NULL_AS_BLANK).removeCellComment();
    if (made) {
      sheet.removeRow(there);
    }
  }

  private XSSFCellStyle reasonStyle() {
    return red.computeIfAbsent(
        (short) -1,
        _ -> {
          XSSFCellStyle style = workbook.createCellStyle();
          style.setWrapText(true);
          var font = workbook.createFont();
          font.setColor(new XSSFColor(DARK_RED));
          style.setFont(font);
          return style;
        });
  }

  private static XSSFCell cell(XSSFRow row, int column) {
    return row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }
}
