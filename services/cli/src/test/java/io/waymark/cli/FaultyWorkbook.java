package io.waymark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of a hundred projects' hundred days, 10,000 rows as a bureau might have typed them, 50
 * of which are wrong in 20 ways.
 */
final class FaultyWorkbook {
  static final int ROWS = 10_000;
  static final int PROJECTS = 100;
  static final int FIRST = 4;

  /** One way to be wrong, and what is said of it. */
  private record Kind(String said, int rows, Consumer<Row> spoil) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("没有这样的项目（应为：本单位", 3, row -> text(row, 0, "没有这样的项目")),
          new Kind(
              "未填（应为：编号或名称）",
              2,
              row -> {
                text(row, 0, "");
                text(row, 1, "");
              }),
          new Kind("不符（应为：", 3, row -> text(row, 1, "另一条路")),
          new Kind("soon（应为：日期或时期", 3, row -> text(row, 2, "soon")),
          new Kind("2027-02-30（应为：日期", 2, row -> text(row, 2, "2027-02-30")),
          new Kind("（应为：不晚于 2027-06-30）", 3, row -> text(row, 2, "2027年7月1日")),
          new Kind("（应为：不早于 2000-01-01）", 2, row -> text(row, 2, "1999年12月31日")),
          new Kind("是 1 月还是 10 月", 2, row -> number(row, 2, 2026.1)),
          new Kind("130（应为：0 到 100）", 3, row -> number(row, 3, 130)),
          new Kind("是 65% 还是 0.65%", 3, row -> number(row, 3, 0.65)),
          new Kind("单位为“个百分点”（应为：%", 2, row -> text(row, 3, "2个百分点")),
          new Kind("约六成（应为：数字", 3, row -> text(row, 3, "约六成")),
          new Kind("#DIV/0!：公式出错", 3, row -> error(row, 3)),
          new Kind("公式还没有计算结果", 2, row -> formula(row, 4)),
          new Kind("单位为“亿美元”（应为：亿元", 3, row -> text(row, 4, "3亿美元")),
          new Kind("−3（应为：不小于 0）", 2, row -> text(row, 4, "−3")),
          new Kind("被表格软件缩写", 2, row -> text(row, 4, "1.23457E+11")),
          new Kind("拆迁（应为：储备、前期、开工", 3, row -> text(row, 6, "拆迁")),
          new Kind("2001 个字符（应为：不超过 2000 个字符）", 2, row -> text(row, 7, "难".repeat(2001))),
          new Kind("r-gone（应为：本项目现行有效的填报编号）", 2, row -> text(row, 8, "r-gone")));

  /** What is said of the faulty rows, by their numbers. */
  final TreeMap<Integer, String> faulty = new TreeMap<>();

  private FaultyWorkbook() {}

  /**
   * Writes it for the black box test, which sees no class of ours: the workbook, and a file with
   * the number of each faulty row and what is said of it.
   */
  public static void main(String[] arguments) throws IOException {
    FaultyWorkbook book = write(Path.of(arguments[0]));
    List<String> lines =
        book.faulty.entrySet().stream()
            .map(fault -> fault.getKey() + "\t" + fault.getValue())
            .toList();
    Files.write(Path.of(arguments[1]), lines);
  }

  static String projectName(int project) {
    return "第" + (project + 1) + "号工程";
  }

  /** Writes it; rows are streamed, as they are read. */
  static FaultyWorkbook write(Path file) throws IOException {
    FaultyWorkbook book = new FaultyWorkbook();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(500);
        OutputStream out = Files.newOutputStream(file)) {
      SXSSFSheet sheet = workbook.createSheet("六月填报");
      book.fill(workbook, sheet);
      workbook.write(out);
    }
    return book;
  }

  private void fill(SXSSFWorkbook workbook, SXSSFSheet sheet) {
    sheet.createRow(0).createCell(0).setCellValue("2027年6月重大项目进度填报表");
    sheet.addMergedRegion(CellRangeAddress.valueOf("A1:I1"));
    sheet.createRow(1).createCell(8).setCellValue("单位：万元");
    Row headings = sheet.createRow(2);
    String[] names = {"项目编号", "项目名称", "截止日期*", "形象进度（%）", "累计投资", "预计完工", "阶段", "存在问题", "更正的填报编号"};
    for (int i = 0; i < names.length; i++) {
      headings.createCell(i).setCellValue(names[i]);
    }
    CellStyle green = workbook.createCellStyle();
    green.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
    green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    CellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
    for (int i = 0; i < ROWS; i++) {
      Row row = sheet.createRow(FIRST - 1 + i);
      good(row, i, green, percent);
      kind(i)
          .forEach(kind -> {
            kind.spoil().accept(row);
            faulty.put(row.getRowNum() + 1, kind.said());
          });
    }
  }

  /** Every 200th row is wrong, the kinds in turn, each as often as it says. */
  private static List<Kind> kind(int row) {
    if (row % 200 != 100) {
      return List.of();
    }
    int at = row / 200;
    for (Kind kind : KINDS) {
      if (at < kind.rows()) {
        return List.of(kind);
      }
      at -= kind.rows();
    }
    throw new IllegalStateException("50 faults are laid out");
  }

  private static void good(Row row, int i, CellStyle green, CellStyle percent) {
    int project = i % PROJECTS;
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(i / PROJECTS);
    text(row, 0, "road-" + project);
    row.getCell(0).setCellStyle(green);
    text(row, 1, projectName(project));
    text(
        row,
        2,
        i % 2 == 0
            ? "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
            : day.toString());
    if (i % 3 == 0) {
      number(row, 3, (i % 100 + 1) / 100.0);
      row.getCell(3).setCellStyle(percent);
    } else {
      text(row, 3, (i % 100 + 1) + "％");
    }
    if (i % 2 == 0) {
      number(row, 4, 12_000);
    } else {
      text(row, 4, "１.２亿元");
    }
    text(row, 5, "2029年12月");
    text(row, 6, "在建");
    text(row, 7, "无");
  }

  private static void text(Row row, int column, String text) {
    row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
  }

  private static void number(Row row, int column, double number) {
    Cell cell = row.createCell(column);
    cell.setCellValue(number);
  }

  private static void error(Row row, int column) {
    Cell cell = row.createCell(column);
    cell.setCellFormula("1/0");
    cell.setCellErrorValue(FormulaError.DIV0.getCode());
  }

  private static void formula(Row row, int column) {
    Cell cell = row.createCell(column);
    cell.setCellFormula("A1&\"\"");
    cell.setCellValue("");
    cell.setCellFormula("A1*2");
  }
}
