package io.waymark.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.sheets.Limits;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetWords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFormTest {
  private static final KnownSubjects PROJECTS =
      new KnownSubjects(
          List.of(
              new Subject("pump-a", "甲泵站", "Pump A", List.of()),
              new Subject("pump-b", "乙泵站", "Pump B", List.of()),
              new Subject("road-1", "环线", "Ring", List.of()),
              new Subject("road-2", "环线", "Ring", List.of())),
          id -> new Directory.Found.None());

  @TempDir Path directory = Path.of("");

  private Batch<ReportProgressRequest> read(String csv) throws IOException {
    Path file = directory.resolve("六月.csv");
    Files.writeString(file, csv);
    return read(file);
  }

  private static Batch<ReportProgressRequest> read(Path file) throws IOException {
    try (SheetFile opened = SheetFile.open(file, Limits.DEFAULT)) {
      return new ReportForm("p", LocalDate.of(2027, 6, 30), PROJECTS).read(opened);
    }
  }

  private static List<String> said(Batch<?> batch) {
    return batch.faults().stream()
        .map(fault -> fault.place() + " " + fault.say(SheetWords.CHINESE))
        .toList();
  }

  private static List<String> money(Batch<ReportProgressRequest> batch) {
    return batch.items().stream().map(item -> item.request().getInvestedToDate()).toList();
  }

  @Test
  void theCellsUnitBeatsTheHeadingsWhichBeatsTheTitles() throws IOException {
    String rows = "甲泵站,1.2亿元\n乙泵站,12000\n";
    assertThat(money(read("单位：万元,\n项目名称,累计投资\n" + rows))).containsExactly("1.2", "1.2");
    assertThat(money(read("单位：元,\n项目名称,累计投资（万元）\n" + rows))).containsExactly("1.2", "1.2");
    Batch<ReportProgressRequest> bare = read("项目名称,累计投资\n" + rows);
    assertThat(money(bare)).containsExactly("1.2", "12000");
    assertThat(bare.notices())
        .extracting(SheetWords.CHINESE::say)
        .containsExactly("“累计投资”一列没有写单位，没带单位的数按亿元读取。");
  }

  @Test
  void mergedNamesAndDaysHoldForEachRowButAFigureCannotBeSharedOut() throws IOException {
    Path file = directory.resolve("merged.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("填报");
      row(sheet, 0, "项目编号", "截止日期", "形象进度", "累计投资（亿元）");
      row(sheet, 1, "pump-a", "2027年5月", "30", "8");
      row(sheet, 2, "pump-b", "", "40", "");
      sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
      sheet.addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
      workbook.write(out);
    }
    assertThat(said(read(file)))
        .containsExactly(
            "D2 累计投资（亿元）：8：合并单元格 D2:D3 只有一个数，无法分给各行（应为：每行一格、各填各的数）",
            "D3 累计投资（亿元）：8：合并单元格 D2:D3 只有一个数，无法分给各行（应为：每行一格、各填各的数）");
  }

  private static void row(XSSFSheet sheet, int number, String... texts) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        row.createCell(i).setCellValue(texts[i]);
      }
    }
  }

  @Test
  void aNameThatSeveralHaveIsNotGuessed() throws IOException {
    assertThat(said(read("项目名称,形象进度\n环线,30\nring,31\n")))
        .containsExactly(
            "A2 项目名称：环线：不止一个叫这个名称（应为：填编号，road-1、road-2 之一）",
            "A3 项目名称：ring：不止一个叫这个名称（应为：填编号，road-1、road-2 之一）");
  }

  @Test
  void theSameProjectAndDayTwiceInOneFileIsAFaultOfTheLaterRow() throws IOException {
    Batch<ReportProgressRequest> batch =
        read("项目编号,截止日期,形象进度\npump-a,2027年5月,30\npump-a,2027-05-31,31\n");
    assertThat(batch.items()).hasSize(1);
    assertThat(said(batch)).containsExactly("A3 项目编号：与第 2 行的对象、日期相同（应为：只留一行）");
  }

  @Test
  void marksForNothingAreNothing() throws IOException {
    Batch<ReportProgressRequest> batch =
        read("项目编号,形象进度,累计投资,存在问题\npump-a,30,—,无\npump-b,/,—,无\n合计,,,\n");
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.items().getFirst().request().getObstacle()).isEmpty();
    assertThat(batch.leftEmpty()).isEqualTo(2);
    assertThat(batch.faults()).isEmpty();
  }

  @Test
  void obstaclesAreChosenInEitherLanguageAndSaidInWords() throws IOException {
    Batch<ReportProgressRequest> batch =
        read(
            """
            项目编号,障碍类别,存在问题
            pump-a,"征地拆迁，资金",两户未签约
            pump-b,Land acquisition / materials and equipment / funding / FUNDING,
            """);
    assertThat(said(batch)).isEmpty();
    assertThat(batch.items())
        .extracting(item -> item.request().getObstacleKindsList())
        .containsExactly(
            List.of(
                ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION, ObstacleKind.OBSTACLE_KIND_FUNDING),
            List.of(
                ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION,
                ObstacleKind.OBSTACLE_KIND_MATERIALS,
                ObstacleKind.OBSTACLE_KIND_FUNDING));
    assertThat(batch.items().getFirst().request().getObstacle()).isEqualTo("两户未签约");
  }

  @Test
  void aKindThatIsNoneAndAnotherWithoutWordsAreFaultsOfTheirCells() throws IOException {
    assertThat(said(read("项目编号,障碍类别,存在问题\npump-a,资金、拆违,\npump-b,其他,无\n")))
        .containsExactly(
            "B2 障碍类别：拆违（应为：征地拆迁、资金、审批、设计、天气、施工单位、材料设备、管线迁改、地质、环保文物、用工、其他之一）",
            "C3 存在问题：未填（应为：用文字说明，因为障碍类别选了“其他”）");
  }

  @Test
  void everyKindHasAWordInBothLanguagesThatIsReadBack() {
    for (ObstacleKind kind : ObstacleKind.values()) {
      if (kind != ObstacleKind.OBSTACLE_KIND_UNSPECIFIED && kind != ObstacleKind.UNRECOGNIZED) {
        for (SheetWords words : List.of(SheetWords.CHINESE, SheetWords.ENGLISH)) {
          assertThat(Obstacles.kind(Obstacles.word(kind, words))).contains(kind);
        }
      }
    }
    assertThat(Obstacles.kind("land-acquisition"))
        .contains(ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION);
  }

  @Test
  void columnsThatAreNotUsedAreNamedAndTwoThatMeanTheSameAreRefused() throws IOException {
    assertThat(read("项目编号,形象进度,备注\npump-a,30,x\n").notices())
        .extracting(SheetWords.CHINESE::say)
        .containsExactly("工作表“六月”中未用到的列：备注");
    assertThatThrownBy(() -> read("项目编号,形象进度,percent\npump-a,30,40\n"))
        .hasMessageContaining("mean the same");
  }
}
