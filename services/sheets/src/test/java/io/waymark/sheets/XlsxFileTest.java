package io.waymark.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.sheets.Cell.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {
  @TempDir Path directory = Path.of("");

  private Path workbook(Consumer<XSSFSheet> content) throws IOException {
    Path file = directory.resolve("book.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      content.accept(workbook.createSheet("填报"));
      workbook.write(out);
    }
    return file;
  }

  private List<SheetRow> read(Consumer<XSSFSheet> content) throws IOException {
    try (SheetFile file = SheetFile.open(workbook(content), Limits.DEFAULT)) {
      return CsvFileTest.rows(file, "填报");
    }
  }

  private Cell only(Consumer<XSSFCell> content) throws IOException {
    return read(sheet -> content.accept(sheet.createRow(0).createCell(0))).getFirst().cell(0);
  }

  private static CellStyle format(XSSFCell cell, String pattern) {
    CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(pattern));
    return style;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46568 | yyyy-mm-dd | 2027-06-30",
        "46568 | yyyy\"年\"m\"月\"d\"日\" | 2027-06-30",
        "46539 | yyyy\"年\"m\"月\" | 2027-06",
        "46539 | yyyy | 2027",
        "46568.34375 | yyyy-mm-dd hh:mm | 2027-06-30 08:15",
        "0.65 | 0% | 65%",
        "0.655 | 0.0% | 65.5%",
        "3.5 | 0.00\"亿元\" | 3.5亿元",
        "1234.5 | #,##0.00 | 1234.5",
        "0.1 | General | 0.1",
        "46568 | General | 46568",
        "1234567890123 | General | 1234567890123",
      })
  void aNumberSaysWhatItsFormatShows(double number, String pattern, String text)
      throws IOException {
    Cell cell =
        only(c -> {
          c.setCellValue(number);
          c.setCellStyle(format(c, pattern));
        });
    assertThat(cell.text()).isEqualTo(text);
  }

  @Test
  void aSumOfTenthsIsReadWithoutItsBinaryDust() throws IOException {
    assertThat(only(c -> c.setCellValue(0.1 + 0.2)).text()).isEqualTo("0.3");
  }

  @Test
  void chineseBuiltInFormatsAreKnownAlthoughNoFileCarriesThem() throws IOException {
    Cell cell =
        only(c -> {
          c.setCellValue(46539);
          CellStyle style = c.getSheet().getWorkbook().createCellStyle();
          style.setDataFormat((short) 57);
          c.setCellStyle(style);
        });
    assertThat(cell.text()).isEqualTo("2027-06");
  }

  @Test
  void aFormatThatShowsTenThousandsMakesTheNumberDoubtful() throws IOException {
    Cell cell =
        only(c -> {
          c.setCellValue(12345678);
          c.setCellStyle(format(c, "0!.0,\"万\""));
        });
    assertThat(cell.trouble().map(SheetWords.CHINESE::say).orElse("")).contains("缩小显示");
  }

  @Test
  void ofAFormulaTheValueIsTakenAndAnErrorIsAFault() throws IOException {
    List<SheetRow> rows =
        read(sheet -> {
          XSSFRow row = sheet.createRow(0);
          XSSFCell good = row.createCell(0);
          good.setCellFormula("30+35");
          good.setCellValue(65);
          XSSFCell bad = row.createCell(1);
          bad.setCellFormula("1/0");
          bad.setCellErrorValue(FormulaError.DIV0.getCode());
          row.createCell(2).setCellFormula("A1*2");
          XSSFCell text = row.createCell(3);
          text.setCellFormula("\"在\"&\"建\"");
          text.setCellValue("在建");
        });
    SheetRow row = rows.getFirst();
    assertThat(row.text(0)).isEqualTo("65");
    assertThat(row.cell(1).kind()).isEqualTo(Kind.FAULTY);
    assertThat(row.cell(1).trouble().map(SheetWords.ENGLISH::say).orElse(""))
        .startsWith("#DIV/0!: the formula failed");
    assertThat(row.cell(2).trouble().map(SheetWords.ENGLISH::say).orElse(""))
        .startsWith("=A1*2: the formula has no value yet");
    assertThat(row.text(3)).isEqualTo("在建");
  }

  @Test
  void cellsMergedOverRowsSpeakForEachOfThemAndSayThatTheyAreMerged() throws IOException {
    List<SheetRow> rows =
        read(sheet -> {
          for (int i = 0; i < 4; i++) {
            sheet.createRow(i).createCell(1).setCellValue("r" + i);
          }
          sheet.getRow(1).createCell(0).setCellValue("市水务局");
          sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
          sheet.getRow(3).createCell(2).setCellValue("wide");
          sheet.addMergedRegion(CellRangeAddress.valueOf("C4:E4"));
        });
    assertThat(rows).extracting(row -> row.text(0)).containsExactly("", "市水务局", "市水务局", "");
    assertThat(rows.get(2).cell(0).merged().map(Span::name)).contains("A2:A3");
    assertThat(rows.get(3).text(2)).isEqualTo("wide");
    assertThat(rows.get(3).cell(3).isBlank()).isTrue();
  }

  @Test
  void hiddenSheetsAreToldApart() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.getWorkbook().createSheet("lists");
          sheet.getWorkbook().setSheetHidden(1, true);
        });
    try (SheetFile opened = SheetFile.open(file, Limits.DEFAULT)) {
      assertThat(opened.sheets())
          .containsExactly(new SheetFile.Sheet("填报", false), new SheetFile.Sheet("lists", true));
    }
  }

  @Test
  void whatThePlainWriterWritesIsReadCharacterByCharacter() throws IOException {
    Path file = directory.resolve("plain.xlsx");
    List<String> row = List.of("007", "590.0", "", "=1+1", "2027年6月", " x ", "多\n行", "1.10");
    try (OutputStream out = Files.newOutputStream(file);
        WorkbookWriter writer = new WorkbookWriter(out)) {
      writer.sheet("projects", List.of("a", "b", "c", "d", "e", "f", "g", "h")).row(row);
      writer.sheet("空", List.of());
    }
    try (SheetFile opened = SheetFile.open(file, Limits.DEFAULT)) {
      assertThat(opened.sheets())
          .extracting(SheetFile.Sheet::name)
          .containsExactly("projects", "空");
      SheetRow read = CsvFileTest.rows(opened, "projects").get(1);
      for (int i = 0; i < row.size(); i++) {
        assertThat(read.cell(i).text()).isEqualTo(row.get(i));
      }
      assertThat(CsvFileTest.rows(opened, "空")).isEmpty();
    }
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    Path file = directory.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 50; i++) {
        zip.write(zeros);
      }
    }
    assertThat(Files.size(file)).isLessThan(100_000);
    assertThatThrownBy(() -> SheetFile.open(file, Limits.DEFAULT))
        .isInstanceOf(SheetException.class)
        .hasMessageStartingWith("a workbook that unpacks to far more than it should");
  }

  @Test
  void aWorkbooksLimitsHold() throws IOException {
    Limits few = new Limits(1 << 20, 1 << 24, 100, 10, 2, 5);
    Path rows =
        workbook(sheet -> {
          for (int i = 0; i < 11; i++) {
            sheet.createRow(i).createCell(0).setCellValue("a");
          }
        });
    try (SheetFile file = SheetFile.open(rows, few)) {
      assertThatThrownBy(() -> CsvFileTest.rows(file, "填报"))
          .hasMessage("sheet 填报 has more than 10 rows (expected: at most 10; send it in parts)");
    }
    Path wide = workbook(sheet -> sheet.createRow(0).createCell(2).setCellValue("c"));
    try (SheetFile file = SheetFile.open(wide, few)) {
      assertThatThrownBy(() -> CsvFileTest.rows(file, "填报"))
          .hasMessageContaining("more than 2 columns");
    }
    Path wordy = workbook(sheet -> sheet.createRow(0).createCell(0).setCellValue("abcdef"));
    try (SheetFile file = SheetFile.open(wordy, few)) {
      assertThatThrownBy(() -> CsvFileTest.rows(file, "填报"))
          .hasMessageContaining("cell A1 holds more");
    }
    assertThatThrownBy(() -> SheetFile.open(wordy, new Limits(100, 1000, 10, 10, 2, 5)))
        .hasMessageContaining("the file has");
  }

  @Test
  void whatIsNoWorkbookIsSaidByItsKind() throws IOException {
    Path file = directory.resolve("x.xlsx");
    try (POIFSFileSystem old = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      old.writeFilesystem(out);
    }
    assertThatThrownBy(() -> SheetFile.open(file, Limits.DEFAULT)).hasMessageContaining(".xls ");
    zip(file, "readme.txt", "hello");
    assertThatThrownBy(() -> SheetFile.open(file, Limits.DEFAULT)).hasMessageContaining("packed");
    zip(file, "xl/vbaProject.bin", "macro");
    assertThatThrownBy(() -> SheetFile.open(file, Limits.DEFAULT)).hasMessageContaining("macros");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 9, 9});
    assertThatThrownBy(() -> SheetFile.open(file, Limits.DEFAULT)).hasMessageContaining("damaged");
    zip(
        file,
        "[Content_Types].xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");
    assertThatThrownBy(() -> SheetFile.open(file, Limits.DEFAULT)).hasMessageContaining("damaged");
  }

  private static void zip(Path file, String name, String text) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void serialsAndDatesOfA1904WorkbookAreReadAsItsOwn() throws IOException {
    Path file =
        workbook(sheet -> {
          sheet.getWorkbook().getCTWorkbook().addNewWorkbookPr().setDate1904(true);
          XSSFCell cell = sheet.createRow(0).createCell(0);
          cell.setCellValue(45106);
          cell.setCellStyle(format(cell, "yyyy-mm-dd"));
        });
    try (SheetFile opened = SheetFile.open(file, Limits.DEFAULT)) {
      assertThat(opened.since1904()).isTrue();
      assertThat(CsvFileTest.rows(opened, "填报").getFirst().text(0))
          .isEqualTo(LocalDate.of(2027, 6, 30).toString());
    }
  }
}
