package io.waymark.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A service can state only what stands in the three enums; each of it is said in both languages.
 */
class RefusalWordsTest {
  private static final Pattern PARTICULAR = Pattern.compile("\\{(\\w+)(?:\\|\\w+)?}");
  private static final ResourceBundle ENGLISH = bundle("en");
  private static final ResourceBundle CHINESE = bundle("zh");

  private record Reason(String key, List<String> names) {}

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "io.waymark.refusals.messages",
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static List<Reason> reasons() {
    return Stream.concat(
            Arrays.stream(Expected.values()).map(one -> new Reason("expected." + one, one.names())),
            Stream.concat(
                Arrays.stream(Refused.values())
                    .map(one -> new Reason("refused." + one, one.names())),
                Arrays.stream(Ailing.values())
                    .map(one -> new Reason("ailing." + one, one.names()))))
        .toList();
  }

  private static Set<String> particulars(String template) {
    return PARTICULAR.matcher(template).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }

  @Test
  void everyReasonIsSaidInBothLanguagesWithAllThatBelongsToIt() {
    for (Reason reason : reasons()) {
      assertThat(ENGLISH.containsKey(reason.key())).as(reason.key()).isTrue();
      assertThat(CHINESE.containsKey(reason.key())).as(reason.key()).isTrue();
      assertThat(CHINESE.getString(reason.key()))
          .as(reason.key())
          .isNotEqualTo(ENGLISH.getString(reason.key()));
      Set<String> names = Set.copyOf(reason.names());
      assertThat(particulars(ENGLISH.getString(reason.key()))).as(reason.key()).isEqualTo(names);
      assertThat(names).as(reason.key()).containsAll(particulars(CHINESE.getString(reason.key())));
    }
  }

  @Test
  void nothingIsSaidThatNoServiceStates() {
    Set<String> stated =
        reasons().stream().map(Reason::key).collect(Collectors.toCollection(TreeSet::new));
    for (ResourceBundle bundle : List.of(ENGLISH, CHINESE)) {
      assertThat(bundle.keySet())
          .filteredOn(key -> key.matches("(expected|refused|ailing)\\..*"))
          .containsExactlyInAnyOrderElementsOf(stated);
    }
    assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
  }

  @Test
  void particularsAreNamedAndContractsWordsAreSaidAsPeopleSayThem() {
    Expectation expected = Expected.NO_STEP_BACK_BY_REPORT.with("BUILDING", "2027-03-01");
    assertThat(expected.metadata()).isEqualTo(Map.of("phase", "BUILDING", "day", "2027-03-01"));
    assertThat(expected.toString()).startsWith("BUILDING, said of 2027-03-01, or a later phase");
    assertThat(said(expected)).isEqualTo("在建（2027-03-01 已填报）或更后的阶段；退回前一阶段由规划处办理，填错的请更正原填报");
    assertThat(said(Expected.WHY_PASSED_OVER.with("PREPARATION, BUILDING")))
        .isEqualTo("越过前期、在建的原因");
    assertThat(said(Expected.ONE_OF.with("zh, en"))).isEqualTo("zh、en 之一");
    assertThatThrownBy(() -> Expected.BETWEEN.with(0))
        .hasMessage("BETWEEN: 1 particulars (expected: [least, most])");
  }

  private static String said(Expectation expected) {
    return RefusalWords.CHINESE.expectation(expected.reason(), expected.metadata(), "?");
  }

  @Test
  void aReasonOfALaterVersionIsToldAsItCame() {
    assertThat(RefusalWords.CHINESE.expectation("FUTURE", Map.of(), "a moon phase"))
        .isEqualTo("a moon phase");
    assertThat(RefusalWords.CHINESE.refusal("NOT_FOUND", Map.of(), "no such alert"))
        .isEqualTo("no such alert");
    assertThat(RefusalWords.CHINESE.refusal("", Map.of(), "no answer")).isEqualTo("no answer");
  }

  @Test
  void nothingGivenIsSaidToo() {
    assertThat(RefusalWords.CHINESE.violation("", "一个编号")).isEqualTo("未填（应为：一个编号）");
    assertThat(RefusalWords.ENGLISH.violation("", "an id")).isEqualTo("nothing (expected: an id)");
  }
}
