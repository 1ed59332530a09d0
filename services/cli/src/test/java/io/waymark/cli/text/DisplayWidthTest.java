package io.waymark.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.text.Table.Align;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "rail, 4",
    "轨道, 4",
    "12号线, 6",
    "（公里）, 8",
    "● 正常, 6",
    "−9.5, 4",
    "𠮷, 2",
    "한국, 4",
    "e\u0301, 1",
    "'', 0"
  })
  void widthIsCountedInColumns(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void paddingFillsColumnsNotCharacters() {
    assertThat(DisplayWidth.padRight("轨道", 6)).isEqualTo("轨道  ");
    assertThat(DisplayWidth.padLeft("轨道", 6)).isEqualTo("  轨道");
  }

  @Test
  void aCutNeverSplitsAWideCharacter() {
    assertThat(DisplayWidth.cut("轨道交通", 6)).isEqualTo("轨道…");
    assertThat(DisplayWidth.cut("轨道交通", 8)).isEqualTo("轨道交通");
  }

  @Test
  void columnsOfATableLineUpAcrossScripts() {
    String table =
        new Table("", Align.LEFT, Align.RIGHT, Align.LEFT)
            .row("轨道交通", "590", "x")
            .row("GDP", "24,000", "")
            .row("", "1", "y")
            .render(Style.BARE);
    assertThat(table).isEqualTo("轨道交通     590  x\nGDP       24,000\n               1  y\n");
  }

  @Test
  void paintDoesNotMoveColumns() {
    String table =
        new Table("", Align.LEFT, Align.LEFT)
            .row(new Table.Cell("■ 滞后", Tone.RED), Table.Cell.of("a"))
            .row("on track", "b")
            .render(Style.COLOURED);
    assertThat(table).isEqualTo("\u001b[31m■ 滞后\u001b[0m    a\non track  b\n");
  }
}
