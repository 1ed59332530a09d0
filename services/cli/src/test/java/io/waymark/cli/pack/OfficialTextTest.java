package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of official tables, as the district's table 2-1 and the plans' texts write them. */
class OfficialTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >87          | %        | gt     | 87    |
          ＞ 99.4      | %        | gt     | 99.4  |
          <6           | %        | lt     | 6     |
          ≤ 5.5％      | %        | le     | 5.5   |
          12.5         | 年       |        | 12.5  |
          6%左右       | %        | approx | 6     |
          95％以上     | %        | ge     | 95    |
          25 万人以上  | 万人     | ge     | 25    |
          20—30年一遇  | 年一遇   |        | 20    | 30
          2-3 家       | 家       |        | 2     | 3
          不低于42%    | %        | ge     | 42    |
          突破3万亿元  | 亿元     | gt     | 30000 |
          1.2 万亿     | 亿元     |        | 12000 |
          5000 万元    | 亿元     |        | 0.5   |
          超 1,150家   | 家       | gt     | 1150  |
          控制在2%左右 | %        | approx | 2     |
          15分钟以内   | 分钟     | le     | 15    |
          -1.0         | %        |        | -1.0  |
          """)
  void aFigureIsReadInTheIndicatorsUnit(
      String text, String unit, String comparator, String value, String max) {
    assertThat(OfficialText.read(text, unit))
        .isInstanceOfSatisfying(
            OfficialText.Figure.class,
            figure -> {
              assertThat(figure.comparator()).isEqualTo(Optional.ofNullable(comparator));
              assertThat(figure.value()).isEqualByComparingTo(value);
              assertThat(figure.max().map(Object::toString)).isEqualTo(Optional.ofNullable(max));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"完成市定目标", "完成市下达目标", "完成省下达目标", "完成国家和省下达任务", "完成上级下达的目标", "完成 市 定 目标"})
  void whatTheSuperiorSetsLaterIsAwaited(String text) {
    assertThat(OfficialText.read(text, "%")).isInstanceOf(OfficialText.Awaited.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"与经济增长基本同步", "与经济增长同步", "增长与经济增长保持同步"})
  void whatFollowsTheEconomyIsLinked(String text) {
    assertThat(OfficialText.read(text, "%")).isInstanceOf(OfficialText.Linked.class);
  }

  @Test
  void aSlashIsNoTargetAndBracketsAreTheChangeOverTheSpan() {
    assertThat(OfficialText.read(" / ", "%")).isInstanceOf(OfficialText.None.class);
    assertThat(OfficialText.read("[1.89]", "人"))
        .isInstanceOfSatisfying(
            OfficialText.Change.class,
            change -> assertThat(change.amount()).isEqualByComparingTo("1.89"));
    assertThat(OfficialText.read("4.7［1.89］", "人"))
        .isInstanceOfSatisfying(
            OfficialText.Change.class,
            change -> assertThat(change.value().orElseThrow()).isEqualByComparingTo("4.7"));
  }

  @ParameterizedTest
  @CsvSource({"稳步提升,%", "87公里,亿元", "不低于5以内,%", "位居前列,位", "3万人,亿元"})
  void whatItDoesNotKnowItRefusesByName(String text, String unit) {
    assertThat(OfficialText.read(text, unit)).isInstanceOf(OfficialText.Unreadable.class);
  }

  @Test
  void theColumnFillsWhatIsEmptyAndFindsWhatDisagrees(@TempDir Path folder) {
    PackFolder pack = PackFolder.sound(folder);
    pack.write(
        "targets.csv",
        "target_id,indicator_id,value,value_max,comparator,due,base_value,base_date,official_text",
        "drainage-2030,drainage,,,,2030-12-31,10,2025-12-31,20—30年一遇",
        "leakage-2030,leakage,,,,2030-12-31,,,<8%");
    List<PlanPack.Target> filled = pack.read().pack().orElseThrow().targets();
    assertThat(filled.getFirst().value().orElseThrow()).isEqualByComparingTo("20");
    assertThat(filled.getFirst().valueMax().orElseThrow()).isEqualByComparingTo("30");
    assertThat(filled.getLast().comparator().name()).isEqualTo("COMPARATOR_LT");

    pack.write(
        "targets.csv",
        "target_id,indicator_id,value,value_max,comparator,due,base_value,base_date,official_text",
        "drainage-2030,drainage,20,,ge,2030-12-31,10,2025-12-31,[12]",
        "leakage-2030,leakage,8,,le,2030-12-31,,,稳步下降");
    assertThat(pack.read().faults())
        .extracting(Fault::row, Fault::column, Fault::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "value", "20"),
            org.assertj.core.groups.Tuple.tuple(3, "official_text", "稳步下降"));
  }

  @Test
  void aBracketAddsToTheBase(@TempDir Path folder) {
    PackFolder pack = PackFolder.sound(folder);
    pack.write(
        "targets.csv",
        "target_id,indicator_id,value,value_max,comparator,due,base_value,base_date,official_text",
        "drainage-2030,drainage,,,,2030-12-31,2.81,2025-12-31,4.7 [1.89]",
        "leakage-2030,leakage,,,,2030-12-31,,,/");
    PlanPack read = pack.read().pack().orElseThrow();

    assertThat(read.targets())
        .singleElement()
        .satisfies(target -> assertThat(target.value().orElseThrow()).isEqualByComparingTo("4.7"));
    assertThat(pack.read().faults()).isEmpty();
  }

  @Test
  void aLinkNeedsTheIndicatorThatItFollows(@TempDir Path folder) {
    PackFolder pack = PackFolder.sound(folder);
    pack.write(
        "targets.csv",
        "target_id,indicator_id,value,value_max,comparator,due,official_text",
        "drainage-2030,drainage,,,,2030-12-31,与经济增长基本同步",
        "leakage-2030,leakage,,,,2030-12-31,完成市定目标");

    assertThat(pack.read().faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.column()).isEqualTo("official_text");
          assertThat(fault.expectation().en()).contains("follows_indicator_id");
        });
  }
}
