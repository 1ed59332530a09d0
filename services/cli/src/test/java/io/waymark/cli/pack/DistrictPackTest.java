package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The district's pack: the official table as written, part of the city's plan. */
class DistrictPackTest {
  private static final Path FOLDER = PackFolder.wuhan().resolveSibling("wuhan-wedz-14");

  private final PackReading reading = PlanPack.read(FOLDER);
  private final PlanPack pack = reading.pack().orElseThrow();
  private final ImportPlanRequest plan = new PackMessages(pack).plan();

  @Test
  void itHasNeitherErrorsNorWarningsAndHoldsWhatItsReadmeSays() {
    assertThat(reading.faults()).isEmpty();
    assertThat(pack.indicators()).hasSize(123);
    assertThat(pack.targets()).hasSize(122);
    assertThat(pack.projects()).hasSize(177);
    assertThat(pack.figures()).hasSize(20);
    assertThat(plan.getPlan().getParentPlanId()).isEqualTo("wuhan-15");
    assertThat(plan.getPlan().getAssumedFieldsList()).contains("parent_plan_id");
  }

  @Test
  void theOfficialTableIsReadAsWritten() {
    assertThat(target("urbanisation-rate").getOfficialText()).isEqualTo(">87");
    assertThat(target("urbanisation-rate").getComparator()).isEqualTo(Comparator.COMPARATOR_GT);
    assertThat(target("surveyed-unemployment-rate").getComparator())
        .isEqualTo(Comparator.COMPARATOR_LT);
    assertThat(target("doctors-per-1000").getOfficialText()).isEqualTo("4.7 [1.89]");
    assertThat(target("doctors-per-1000").getValue()).isEqualTo("4.7");
    assertThat(target("good-air-days-share").getValue()).isEmpty();
    assertThat(target("good-air-days-share").getBinding()).isTrue();
    assertThat(indicator("disposable-income-growth").getFollowsIndicatorId())
        .isEqualTo("gdp-growth");
    assertThat(indicator("gdp-growth").getTargetsList()).isEmpty();
    assertThat(
            pack.cells().of(Sheet.TARGETS).stream().filter(row -> row.containsKey("official_text")))
        .hasSize(20);
  }

  @Test
  void wholesAreMadeUpOfThePartsThatTheTextNames() {
    for (String whole : List.of("medical-talent-programme", "brand-schools-programme")) {
      BigDecimal parts =
          indicator(whole).getRollsUp().getPartsList().stream()
              .map(RollUpPart::getIndicatorId)
              .map(id -> new BigDecimal(target(id).getValue()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(new BigDecimal(target(whole).getValue())).isEqualByComparingTo(parts);
    }
  }

  @Test
  void thePoolIsSharedOutAsTheTextsSixFieldsOfInvestment() {
    Decomposition pool = plan.getDecompositions(0);
    BigDecimal sum =
        pool.getSharesList().stream()
            .filter(share -> !share.getNone())
            .map(share -> new BigDecimal(share.getValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("12057");
  }

  @Test
  void annualTargetsNameTheFiveYearTargetsThatTheyServe() {
    List<Target> serving =
        new PackMessages(PlanPack.read(PackFolder.annual()).pack().orElseThrow())
            .plan().getIndicatorsList().stream()
                .flatMap(indicator -> indicator.getTargetsList().stream())
                .filter(Target::hasServes)
                .toList();
    PlanPack city = PlanPack.read(PackFolder.wuhan()).pack().orElseThrow();

    assertThat(serving).hasSize(4);
    assertThat(city.targets())
        .extracting(PlanPack.Target::id)
        .containsAll(serving.stream().map(t -> t.getServes().getTargetId()).toList());
  }

  @Test
  void theReadmeStatesEveryRuleThatARowNamesOnceInEachLanguage() throws Exception {
    String readme = Files.readString(FOLDER.resolve("README.md"));
    Set<String> rules = new TreeSet<>();
    for (Sheet sheet : List.of(Sheet.TARGETS, Sheet.PROJECTS, Sheet.ROLL_UPS, Sheet.SHARES)) {
      for (var row : pack.cells().of(sheet)) {
        for (String column : List.of("base_rule", "date_rule", "rule")) {
          rules.add(row.getOrDefault(column, "B1"));
        }
      }
    }
    assertThat(rules).hasSize(10);
    assertThat(rules)
        .allMatch(rule ->
            Pattern.compile("\\*\\*" + rule + "[ *]").matcher(readme).results().count() == 2);
  }

  private Indicator indicator(String id) {
    return plan.getIndicatorsList().stream()
        .filter(indicator -> indicator.getIndicatorId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Target target(String indicatorId) {
    return indicator(indicatorId).getTargets(0);
  }
}
