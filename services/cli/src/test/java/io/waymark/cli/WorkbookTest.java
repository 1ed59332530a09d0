package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.ReportProgressRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  private static final int REASON = 9;

  private final Town town;

  WorkbookTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
    for (int i = 0; i < FaultyWorkbook.PROJECTS; i++) {
      town.registry.add("road-" + i, FaultyWorkbook.projectName(i));
    }
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Town.Run report(String file, String... more) {
    List<String> arguments = new ArrayList<>(List.of("report", "-f", file));
    arguments.addAll(List.of("--as", "transport", "--lang", "zh"));
    arguments.addAll(List.of(more));
    return town.run(arguments.toArray(String[]::new));
  }

  @Test
  void of10000RowsTheGoodOnesLandAndThe50FaultyOnesComeBackNamed() throws IOException {
    FaultyWorkbook book = FaultyWorkbook.write(town.directory.resolve("六月.xlsx"));
    assertThat(book.faulty).hasSize(50);

    Town.Run dry = report("六月.xlsx", "--dry-run");
    assertThat(dry.out()).endsWith("没有发送。可受理 9952 条，有错 48 条\n");
    assertThat(town.registry.reports).isEmpty();

    Town.Run run = report("六月.xlsx");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).endsWith("受理 9950 条，拒绝 50 条\n");
    assertThat(town.registry.reports).hasSize(9950);
    assertThat(town.registry.reports)
        .extracting(ReportProgressRequest::getInvestedToDate)
        .containsOnly("1.2");
    assertThat(town.registry.reports)
        .extracting(ReportProgressRequest::getExpectedFinish)
        .containsOnly("2029-12-31");
    comesBackNamed(book);

    mend(town.directory.resolve("六月-refused.xlsx"));
    Town.Run again = report("六月-refused.xlsx");
    assertThat(again.out()).endsWith("受理 50 条，拒绝 0 条\n");
    assertThat(town.registry.reports).hasSize(10_000);
    Town.Run whole = report("六月.xlsx");
    assertThat(whole.out()).endsWith("受理 9950 条，拒绝 50 条\n");
    assertThat(town.registry.reports).hasSize(10_000);
  }

  private void comesBackNamed(FaultyWorkbook book) throws IOException {
    try (InputStream in = Files.newInputStream(town.directory.resolve("六月-refused.xlsx"));
        XSSFWorkbook copy = new XSSFWorkbook(in)) {
      XSSFSheet sheet = copy.getSheet("六月填报");
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("进度填报表");
      assertThat(sheet.getRow(2).getCell(REASON).getStringCellValue()).isEqualTo("退回原因");
      assertThat(sheet.getLastRowNum()).isEqualTo(2 + 50);
      assertThat(sheet.getMergedRegions()).hasSize(1);
      int at = FaultyWorkbook.FIRST - 1;
      for (Map.Entry<Integer, String> fault : book.faulty.entrySet()) {
        XSSFRow row = sheet.getRow(at++);
        String reason = row.getCell(REASON).getStringCellValue();
        assertThat(reason).as("row %s", fault.getKey()).contains(fault.getValue());
        marked(row, reason);
      }
    }
  }

  /** The faulty cell is red and has the reason as its comment; the others look as they did. */
  private static void marked(XSSFRow row, String reason) {
    List<XSSFCell> red = new ArrayList<>();
    row.forEach(cell -> {
      XSSFCell each = (XSSFCell) cell;
      if (each.getCellComment() != null) {
        red.add(each);
        assertThat(each.getCellStyle().getFillForegroundXSSFColor().getARGBHex())
            .isEqualTo("FFFFC9CC");
        assertThat(reason).contains(each.getCellComment().getString().getString());
      }
    });
    assertThat(red).as(reason).hasSize(1);
    if (red.getFirst().getColumnIndex() != 0) {
      assertThat(row.getCell(0).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(row.getCell(0).getCellStyle().getFillForegroundColor())
          .isEqualTo(IndexedColors.LIGHT_GREEN.getIndex());
    }
  }

  /** As a person would: good values for the red cells, nothing else touched. */
  private static void mend(Path file) throws IOException {
    byte[] mended;
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook copy = new XSSFWorkbook(in);
        var out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = copy.getSheetAt(0);
      for (int i = FaultyWorkbook.FIRST - 1; i <= sheet.getLastRowNum(); i++) {
        XSSFRow row = sheet.getRow(i);
        row.getCell(0).setCellValue("road-" + i);
        row.getCell(1).setCellValue("");
        row.getCell(2).setCellValue("2027年5月");
        row.createCell(3).setCellValue("65%");
        row.createCell(4).setCellValue("1.2亿元");
        row.getCell(6).setCellValue("在建");
        row.getCell(7).setCellValue("");
        if (row.getCell(8) != null) {
          row.getCell(8).setCellValue("");
        }
      }
      copy.write(out);
      mended = out.toByteArray();
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(mended);
    }
  }

  @Test
  void aCsvFileComesBackInItsOwnEncoding() throws IOException {
    Charset gbk = Charset.forName("GB18030");
    Files.writeString(
        town.directory.resolve("填报.csv"),
        """
        重大项目进度填报表,,
        项目编号,截止日期,形象进度
        road-1,2027年5月,30％
        road-2,2027年5月,一半
        """,
        gbk);
    assertThat(report("填报.csv").exit()).isEqualTo(1);
    String copy = Files.readString(town.directory.resolve("填报-refused.csv"), gbk);
    assertThat(copy.lines())
        .containsExactly(
            "重大项目进度填报表,,",
            "项目编号,截止日期,形象进度,退回原因",
            "road-2,2027年5月,一半,\"形象进度：一半（应为：数字，如 1234.5、1,234.5、3.5万亿）\"");
  }

  @Test
  void aFileThatIsWrongThroughoutIsNotSentAtAll() throws IOException {
    StringBuilder text = new StringBuilder("项目编号,截止日期,形象进度\nroad-1,2027年5月,30\n");
    text.append("road-2,2027年5月,一半\n".repeat(2_001));
    Files.writeString(town.directory.resolve("错.csv"), text);
    Town.Run run = report("错.csv");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("2001 行有错，全部没有发送");
    assertThat(town.registry.reports).isEmpty();
    Matcher told = Pattern.compile("形象进度：").matcher(run.err());
    assertThat(told.results().count()).isEqualTo(20);
  }
}
