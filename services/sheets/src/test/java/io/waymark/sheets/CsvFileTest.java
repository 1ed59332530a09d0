package io.waymark.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @TempDir Path directory = Path.of("");

  static List<SheetRow> rows(SheetFile file, String sheet) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    try (RowCursor cursor = file.rows(sheet)) {
      for (Optional<SheetRow> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private List<SheetRow> read(byte[] bytes) throws IOException {
    Path file = directory.resolve("填报.csv");
    Files.write(file, bytes);
    try (SheetFile opened = SheetFile.open(file, Limits.DEFAULT)) {
      assertThat(opened.format()).isEqualTo(SheetFile.Format.CSV);
      return rows(opened, "填报");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void chineseIsReadInWhicheverEncodingItWasSaved(String charset) throws IOException {
    List<SheetRow> rows = read("项目编号,形象进度\n杨泗港泵站,65％\n".getBytes(Charset.forName(charset)));
    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2);
    assertThat(rows.get(1).texts()).containsExactly("杨泗港泵站", "65％");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeading() throws IOException {
    List<SheetRow> rows = read("\uFEFF项目编号,形象进度\n".getBytes(StandardCharsets.UTF_8));
    assertThat(rows.getFirst().texts()).containsExactly("项目编号", "形象进度");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "，"})
  void theSeparatorIsTheOneThatIsThere(String separator) throws IOException {
    String text = String.join(separator, "项目编号", "\"说明,一;二\"", "x");
    assertThat(read(text.getBytes(StandardCharsets.UTF_8)).getFirst().texts())
        .containsExactly("项目编号", "说明,一;二", "x");
  }

  @Test
  void rowsAreNumberedAsASpreadsheetShowsThem() throws IOException {
    List<SheetRow> rows = read("a,b\n\n\"x\ny\",1\n,\nz,2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3, 5);
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertThatThrownBy(() -> read(new byte[] {1, 0, 2, (byte) 0xFF, 0}))
        .isInstanceOf(SheetException.class)
        .hasMessageStartingWith("neither UTF-8 nor GB18030");
  }

  @Test
  void limitsHold() throws IOException {
    Path file = directory.resolve("large.csv");
    Files.writeString(file, "a\n".repeat(11));
    Limits limits = new Limits(100, 1000, 10, 10, 2, 5);
    try (SheetFile opened = SheetFile.open(file, limits)) {
      assertThatThrownBy(() -> rows(opened, "large"))
          .hasMessage("sheet large has more than 10 rows (expected: at most 10; send it in parts)");
    }
    Files.writeString(file, "a,b,c\n");
    try (SheetFile opened = SheetFile.open(file, limits)) {
      assertThatThrownBy(() -> rows(opened, "large")).hasMessageContaining("more than 2 columns");
    }
    Files.writeString(file, "abcdef\n");
    try (SheetFile opened = SheetFile.open(file, limits)) {
      assertThatThrownBy(() -> rows(opened, "large")).hasMessageContaining("cell A1 holds more");
    }
    Files.writeString(file, "a".repeat(101));
    assertThatThrownBy(() -> SheetFile.open(file, limits)).hasMessageContaining("the file has");
  }
}
