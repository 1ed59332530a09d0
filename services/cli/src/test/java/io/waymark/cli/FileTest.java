package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTest {
  private final Town town;

  FileTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Files.writeString(town.directory.resolve(name), text, charset);
  }

  @Test
  void goodRowsLandAndBadOnesComeBackWithTheirReasons() throws IOException {
    write(
        "reports.csv",
        """
        project_id,as_of,percent_complete,note
        metro-12,2027-03-31,38,fine
        metro-12,2027-04-30,130,too much
        metro-12,soon,40,no date
        """,
        StandardCharsets.UTF_8);
    Town.Run run = town.run("report", "-f", "reports.csv", "--as", "transport");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("  metro-12  r-1\n1 accepted, 2 refused\n");
    assertThat(run.err())
        .contains("C3: percent_complete: 130 (expected: 0..100)")
        .contains("B4: as_of: soon (expected: a day or period such as");
    assertThat(Files.readString(town.directory.resolve("reports-refused.csv")))
        .startsWith("\uFEFFproject_id,as_of,percent_complete,note,refused_because\r\n")
        .contains("metro-12,2027-04-30,130,too much,percent_complete: 130 (expected: 0..100)\r\n");
  }

  @Test
  void theMendedFileOfRefusedRowsIsTakenAsItIs() throws IOException {
    write(
        "again.csv",
        "\uFEFFproject_id,as_of,percent_complete,refused_because\r\nmetro-12,2027-04-30,30,was 130\r\n",
        StandardCharsets.UTF_8);
    Town.Run run = town.run("report", "-f", "again.csv", "--as", "transport");
    assertThat(run.exit()).isZero();
    assertThat(town.registry.reports.getFirst().getPercentComplete()).isEqualTo(30);
    assertThat(town.directory.resolve("again-refused.csv")).doesNotExist();
  }

  @Test
  void aChineseSpreadsheetIsReadInItsOwnEncodingAndWords() throws IOException {
    write("填报.csv", "项目编号,填报日期,形象进度,阶段\nmetro-12,2027年3月,38%,在建\n", Charset.forName("GB18030"));
    Town.Run run = town.run("report", "-f", "填报.csv", "--as", "transport", "--lang", "zh");
    assertThat(run.exit()).isZero();
    ReportProgressRequest sent = town.registry.reports.getFirst();
    assertThat(sent.getAsOf()).isEqualTo("2027-03-31");
    assertThat(sent.getPercentComplete()).isEqualTo(38);
    assertThat(run.out()).endsWith("受理 1 条，拒绝 0 条\n");
  }

  @Test
  void aRowKeepsItsKeyWhereverItStands() throws IOException {
    String header = "project_id,as_of,percent_complete\n";
    write("one.csv", header + "metro-12,2027-03-31,38\n", StandardCharsets.UTF_8);
    write(
        "two.csv",
        header + "metro-12,2027-02-28,30\nmetro-12,2027-03-31,38\n",
        StandardCharsets.UTF_8);
    town.run("report", "-f", "one.csv", "--as", "transport");
    town.run("report", "-f", "two.csv", "--as", "transport");
    List<String> keys =
        town.registry.reports.stream().map(ReportProgressRequest::getIdempotencyKey).toList();
    assertThat(keys).as("sent twice, recorded once").hasSize(2).doesNotHaveDuplicates();
    assertThat(keys).allSatisfy(key -> assertThat(key).startsWith("row-"));
  }

  @Test
  void rowsThatWereNotAnsweredComeBackAsSafeToSendAgain() throws IOException {
    write(
        "reports.csv",
        "project_id,as_of,percent_complete\nmetro-12,2027-01-31,1\nmetro-12,2027-02-28,2\n",
        StandardCharsets.UTF_8);
    town.registry.breakStreamAfter(1);
    Town.Run run = town.run("report", "-f", "reports.csv", "--as", "transport");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).endsWith("1 accepted, 1 refused\n");
    assertThat(run.err()).contains("3: not acknowledged (UNAVAILABLE)");
  }

  @Test
  void jsonHasOneAcknowledgementALine() throws IOException {
    write(
        "reports.csv",
        "project_id,as_of,percent_complete\nmetro-12,2027-01-31,1\nmetro-12,2027-02-28,130\n",
        StandardCharsets.UTF_8);
    Town.Run run = town.run("report", "-f", "reports.csv", "--as", "transport", "--json");
    assertThat(run.out().lines())
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"accepted\""),
            second -> assertThat(second).contains("\"refused\""));
  }

  @Test
  void aFileWithoutItsColumnIsAUsageFault() throws IOException {
    write("wrong.csv", "title,share\nx,1\n", StandardCharsets.UTF_8);
    Town.Run run = town.run("report", "-f", "wrong.csv", "--as", "transport");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("wrong.csv: title,share (expected: headings such as project_id");
  }

  @Test
  void aFileThatIsMissingIsAUsageFault() {
    Town.Run run = town.run("observe", "-f", "nowhere.csv", "--as", "transport");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere.csv (expected: a readable file: .xlsx");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    write("empty.csv", "project_id,as_of\n", StandardCharsets.UTF_8);
    Town.Run run = town.run("report", "-f", "empty.csv", "--as", "transport");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("empty.csv: no rows (expected: at least one row");
  }

  @Test
  void figuresOfAFileAreSentInItsOrder() throws IOException {
    write(
        "figures.csv",
        """
        indicator_id,period_end,value
        rail-transit-length,2026,584
        gdp-total,2026,21000
        rail-transit-length,2027-06-30,590
        """,
        StandardCharsets.UTF_8);
    Town.Run run = town.run("observe", "-f", "figures.csv", "--as", "transport");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(town.indicator.figures)
        .extracting(RecordObservationRequest::getPeriodEnd)
        .containsExactly("2026-12-31", "2027-06-30");
    assertThat(run.err())
        .contains("A3: indicator_id: gdp-total (expected: the id or name of one of your bureau's)");
  }
}
