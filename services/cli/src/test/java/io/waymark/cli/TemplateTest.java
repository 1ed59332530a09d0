package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
  private final Town town;

  TemplateTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
    town.registry.add("road-1", "和平大道改造");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void edit(String name, Consumer<XSSFWorkbook> change) throws IOException {
    Path file = town.directory.resolve(name);
    try (XSSFWorkbook workbook = read(file)) {
      change.accept(workbook);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  private static XSSFWorkbook read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  @Test
  void theFilledTemplateGoesStraightBack() throws IOException {
    Town.Run run =
        town.run("report", "template", "--as", "transport", "-o", "六月.xlsx", "--lang", "zh");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("六月.xlsx：2 行");
    edit(
        "六月.xlsx",
        workbook -> {
          XSSFSheet sheet = workbook.getSheet("进度填报");
          assertThat(sheet.getProtect()).isTrue();
          List<? extends DataValidation> dropdowns = sheet.getDataValidations();
          assertThat(dropdowns.getFirst().getValidationConstraint().getExplicitListValues())
              .containsExactly("储备", "前期", "开工", "在建", "建成", "投产");
          assertThat(dropdowns.get(1).getValidationConstraint().getExplicitListValues())
              .hasSize(12)
              .startsWith("征地拆迁", "资金")
              .endsWith("用工", "其他");
          XSSFRow row = sheet.getRow(2);
          assertThat(row.getCell(1).getStringCellValue()).isEqualTo("和平大道改造");
          assertThat(row.getCell(0).getCellStyle().getLocked()).isTrue();
          assertThat(row.getCell(6).getCellStyle().getLocked()).isFalse();
          row.getCell(6).setCellValue(65);
          row.getCell(7).setCellValue("12,000万元");
          row.getCell(9).setCellValue("在建");
          row.getCell(10).setCellValue("征地拆迁、管线迁改");
          row.getCell(11).setCellValue("两户未签约");
          assertThat(workbook.getSheet("填写说明").getLastRowNum()).isGreaterThan(5);
        });
    Town.Run sent = town.run("report", "-f", "六月.xlsx", "--as", "transport", "--lang", "zh");
    assertThat(sent.out()).endsWith("受理 1 条，拒绝 0 条，未填 1 行\n");
    ReportProgressRequest report = town.registry.reports.getFirst();
    assertThat(report.getProjectId()).isEqualTo("road-1");
    assertThat(report.getAsOf()).isEqualTo(Fixtures.TODAY);
    assertThat(report.getInvestedToDate()).isEqualTo("1.2");
    assertThat(report.getPhase()).isEqualTo(Phase.PHASE_BUILDING);
    assertThat(report.getObstacleKindsList())
        .containsExactly(
            ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION, ObstacleKind.OBSTACLE_KIND_UTILITIES);
    assertThat(report.getObstacle()).isEqualTo("两户未签约");
  }

  @Test
  void faultyRowsOfATemplateComeBackWithItsDropdownsAndLocks() throws IOException {
    town.run("report", "template", "--as", "transport", "-o", "june.xlsx");
    edit(
        "june.xlsx",
        workbook -> {
          workbook.getSheetAt(0).getRow(1).getCell(6).setCellValue("30");
          workbook.getSheetAt(0).getRow(2).getCell(6).setCellValue("130");
        });
    assertThat(town.run("report", "-f", "june.xlsx", "--as", "transport").exit()).isEqualTo(1);
    edit(
        "june-refused.xlsx",
        workbook -> {
          XSSFSheet sheet = workbook.getSheet("progress reports");
          assertThat(sheet.getProtect()).isTrue();
          assertThat(sheet.getDataValidations()).hasSize(2);
          assertThat(sheet.getLastRowNum()).isEqualTo(1);
          assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("road-1");
          assertThat(sheet.getRow(1).getCell(13).getStringCellValue())
              .isEqualTo("Percent complete (%): 130 (expected: 0..100)");
          assertThat(sheet.getRow(1).getCell(6).getCellStyle().getLocked()).isFalse();
          sheet.getRow(1).getCell(6).setCellValue("31");
        });
    assertThat(town.run("report", "-f", "june-refused.xlsx", "--as", "transport").exit()).isZero();
    assertThat(town.registry.reports)
        .extracting(ReportProgressRequest::getPercentComplete)
        .containsExactly(30.0, 31.0);
  }

  @Test
  void figuresHaveATemplateOfTheirOwn() throws IOException {
    Town.Run run = town.run("observe", "template", "--as", "transport", "-o", "figures.xlsx");
    assertThat(run.exit()).isZero();
    edit(
        "figures.xlsx",
        workbook -> {
          XSSFRow row = workbook.getSheetAt(0).getRow(1);
          assertThat(row.getCell(2).getStringCellValue()).isEqualTo("km");
          row.getCell(5).setCellValue("2027年6月");
          row.getCell(6).setCellValue("590,000米");
        });
    assertThat(town.run("observe", "-f", "figures.xlsx", "--as", "transport").exit()).isZero();
    RecordObservationRequest figure = town.indicator.figures.getFirst();
    assertThat(figure.getValue()).isEqualTo("590");
    assertThat(figure.getPeriodEnd()).isEqualTo("2027-06-30");
  }

  @Test
  void aBureauWithoutProjectsGetsNoTemplate() {
    Town.Run run = town.run("report", "template", "--as", "water");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("bureau water leads none");
    assertThat(town.directory.resolve("report-water.xlsx")).doesNotExist();
  }
}
