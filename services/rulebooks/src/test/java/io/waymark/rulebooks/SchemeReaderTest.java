package io.waymark.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.rulebooks.scoring.Component;
import io.waymark.rulebooks.scoring.Scheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes that ship, one's own, and what is wrong with a file: file, line, key, expectation. */
class SchemeReaderTest {
  private static final String GOOD =
      Schemes.shipped().named(Schemes.SCORECARD).orElseThrow().yaml();

  @TempDir Path folder;

  private static List<String> faults(String text) {
    return SchemeReader.read("mine.yaml", text).faults().stream()
        .map(fault -> fault.text().en())
        .toList();
  }

  @Test
  void everyShippedSchemeHasWeightsThatSumToOneAndSaysWhereItComesFrom() {
    assertThat(Schemes.shipped().all()).hasSize(2);
    for (Scheme scheme : Schemes.shipped().all()) {
      assertThat(
              scheme.components().stream()
                  .map(Component::weight)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo("1");
      assertThat(scheme.source().en()).contains("assumed");
      assertThat(scheme.source().zh()).contains("假设值");
      assertThat(scheme.components()).allSatisfy(c -> assertThat(c.reason().zh()).isNotBlank());
    }
  }

  @Test
  void theFormulaIsToldInOneLine() {
    Scheme scheme = Schemes.shipped().named("plan-index").orElseThrow().scheme();

    assertThat(scheme.formula().zh())
        .isEqualTo("0.35 × 指标进度 + 0.3 × 达标概率 + 0.25 × 项目推进 + 0.1 × 数据时效");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight: 0.25|weight: 0.3|mine.yaml:13 components: […] (expected: weights that sum to 1, not"
            + " 1.05)",
        "weight: 0.25|weight: -1|mine.yaml:30 components[1].weight: -1 (expected: a number 0..1)",
        "kind: scorecard|kind: league|mine.yaml:3 kind: league (expected: one of scorecard, index)",
        "measure: findings|measure: gossip|mine.yaml:49 components[3].measure: gossip (expected: one of"
            + " lights, probability, punctuality, findings, alerts_in_time)",
        "at_risk: 0.5|at_risk: 1.5|mine.yaml:22 components[0].credit.at_risk: 1.5 (expected: a number"
            + " 0..1)",
        "on_track: 1, at_risk: 0.5|on_track: 0.4, at_risk: 0.5|mine.yaml:22 components[0].credit.at_risk:"
            + " 0.5 (expected: not more than a better light's)",
        "off_track: 0, unknown|off_track: left_out, unknown|mine.yaml:22 components[0].credit.off_track:"
            + " left_out (expected: a number 0..1)",
        "{at: 0.1, points: 80}|{at: 0.1, points: 101}|mine.yaml:50 components[3].curve[1].points: 101"
            + " (expected: a number 0..100)",
        "{at: 0.5, points: 0}]|{at: 0.5, points: 90}]|mine.yaml:50 components[3].curve[2].points: 90"
            + " (expected: not more than at the knot above: less is better)",
        "{at: 0.5, points: 0}, {at: 1,|{at: 0.5, points: 0}, {at: 0.5,|mine.yaml:33"
            + " components[1].curve[1].at: 0.5 (expected: more than at the knot above)",
        "id: punctuality|id: targets-held|mine.yaml:25 components[1].id: targets-held (expected: an id"
            + " that no other component has)",
        "within_days: 7|late_credit: 1|mine.yaml:41 components[2].late_credit: 1 (expected: a key of"
            + " alerts_in_time)",
        "rule: redistribute|rule: unknown|mine.yaml:11 missing.least_known: 0.5 (expected: a key of"
            + " unknown)",
        "late_credit: 0.5|late_credit: half|mine.yaml:32 components[1].late_credit: half (expected: a"
            + " number 0..1)",
      })
  void aWrongValueIsNamedWithItsPlace(String from, String to, String fault) {
    int at = GOOD.lastIndexOf(from);
    assertThat(at).isNotNegative();
    String broken = GOOD.substring(0, at) + to + GOOD.substring(at + from.length());

    assertThat(faults(broken)).contains(fault);
  }

  @Test
  void aFileThatIsNoYamlIsNamed() {
    assertThat(faults("scheme: [")).hasSize(1).first().asString().contains("well-formed YAML");
    assertThat(faults("")).containsExactly("mine.yaml: missing (expected: a scoring scheme)");
    assertThat(faults("x".repeat(70_000))).hasSize(1);
  }

  @Test
  void onesOwnStandsBesideTheShippedOnesAndTakesNoNameOfTheirs() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), GOOD.replace("scheme: bureau-scorecard", "scheme: mine"));
    Files.writeString(
        folder.resolve("b.yaml"), GOOD.replace("scheme: bureau-scorecard", "scheme: mine"));
    Files.writeString(folder.resolve("c.yaml"), GOOD.replace("version: 1", "version: 2"));
    Files.writeString(folder.resolve("d.yaml"), "scheme: 1");

    Schemes.Loaded loaded = Schemes.with(folder);

    assertThat(loaded.schemes().names(Scheme.Kind.SCORECARD))
        .containsExactly("bureau-scorecard", "mine");
    assertThat(loaded.schemes().named("mine@1")).isPresent();
    assertThat(loaded.schemes().named("mine@2")).isEmpty();
    assertThat(loaded.faults())
        .extracting(Fault::file)
        .contains("b.yaml", "c.yaml", "d.yaml")
        .doesNotContain("a.yaml");
    assertThat(Schemes.shipped().named("mine")).isEmpty();
  }

  @Test
  void aComponentMayCountSomeFieldsOnly() {
    String some =
        GOOD.replace(
            "    measure: findings", "    measure: findings\n    fields: [eco, transport]");

    assertThat(SchemeReader.read("m", some).scheme().orElseThrow().components().getLast().fields())
        .containsExactly("eco", "transport");
    assertThat(faults(some.replace("[eco, transport]", "[Ö]")))
        .containsExactly(
            "mine.yaml:50 components[3].fields: […] (expected: 1..50 items: a field's id)");
  }
}
