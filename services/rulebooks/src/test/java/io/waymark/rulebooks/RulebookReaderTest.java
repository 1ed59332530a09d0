package io.waymark.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is named: file, line, key, value, expectation. */
class RulebookReaderTest {
  private static final String GOOD = Rulebooks.shipped().yaml("rpmc").orElseThrow();

  private static List<String> faults(String text) {
    return RulebookReader.read("mine.yaml", text).faults().stream()
        .map(fault -> fault.text().en())
        .toList();
  }

  private static String with(String from, String to) {
    assertThat(GOOD).contains(from);
    return GOOD.replaceFirst(java.util.regex.Pattern.quote(from), to);
  }

  @Test
  void aWholeFileHasNoFault() {
    assertThat(faults(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1|version: one|mine.yaml:2 version: one (expected: a number 1..999999)",
        "version: 1|version: 1.5|mine.yaml:2 version: 1.5 (expected: a whole number 1..999999)",
        "rulebook: rpmc|rulebook: RPMC|mine.yaml:1 rulebook: RPMC (expected: 2..40 of a-z, 0-9 and -,"
            + " beginning with a letter)",
        "dead_band: 1|dead_bnad: 1|mine.yaml:23 position.dead_bnad: dead_bnad (expected: a known key:"
            + " caught_up, combine, dead_band, early, kept, kind, late, levels, long_after_months,"
            + " long_late, missed, rules, tolerance_points)",
        "at_least: 10|at_least: ten|mine.yaml:20 position.levels[1].at_least: ten (expected: a number"
            + " -1000..1000)",
        "at_least: 10|at_least: 20|mine.yaml:20 position.levels[1].at_least: 20 (expected: less than the"
            + " level above: 15)",
        "light: at_risk|light: orange|mine.yaml:21 position.levels[2].light: orange (expected: one of"
            + " ahead, on_track, at_risk, off_track)",
        "kind: points|kind: guess|mine.yaml:17 position.kind: guess (expected: one of ratio, points,"
            + " growth, trend, missed_period, late_start, combined)",
        "quarterly: 45|quarterly: 400|mine.yaml:28 freshness.quarterly: 400 (expected: a number 0..366)",
        "two_missed_periods: at_risk|two_missed_periods: green|mine.yaml:29 overall.two_missed_periods:"
            + " green (expected: one of at_risk, off_track)",
        "outlook_counts: true|outlook_counts: yes|mine.yaml:29 overall.outlook_counts: yes (expected:"
            + " one of false, true)",
        "approx_tolerance: 0.02|approx_tolerance: .inf|mine.yaml:27 approx_tolerance: .inf (expected: a"
            + " number 0..0.5)",
      })
  void aWrongValueIsNamedWithItsPlace(String from, String to, String fault) {
    assertThat(faults(with(from, to))).contains(fault);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(faults(with("approx_tolerance: 0.02\n", "")))
        .containsExactly("mine.yaml:1 approx_tolerance: missing (expected: a number 0..0.5)");
  }

  @Test
  void everyFaultIsNamedAtOnceAndInChineseToo() {
    String text = with("version: 1", "version: 0").replace("at_risk: 0.30", "at_risk: 0.90");
    assertThat(RulebookReader.read("mine.yaml", text).faults())
        .extracting(fault -> fault.text().zh())
        .containsExactly(
            "mine.yaml:2 version: 0（应为：1..999999 的数）",
            "mine.yaml:25 outlook.target.at_risk: 0.90（应为：不大于 on_track）");
  }

  @Test
  void aKeyThatIsWrittenTwiceIsAFault() {
    assertThat(faults(GOOD + "version: 2\n"))
        .containsExactly("mine.yaml:30 version: version (expected: each key once)");
  }

  @Test
  void lightsThatGetBetterAsMatterGetWorseAreAFault() {
    assertThat(
            faults(
                with("light: at_risk, at_least: 5", "light: off_track, at_least: 5")
                    .replace(
                        "- {light: off_track, at_least: 15", "- {light: at_risk, at_least: 15")))
        .containsExactly(
            "mine.yaml:20 position.levels[1].light: off_track (expected: no worse than the level"
                + " above: more is worse)");
  }

  @Test
  void theKeysOfAnotherKindOfRuleAreAFault() {
    assertThat(faults(with("  dead_band: 1\n", "  dead_band: 1\n  long_after_months: 3\n")))
        .containsExactly(
            "mine.yaml:24 position.long_after_months: 3 (expected: a key of points: dead_band,"
                + " levels)");
  }

  @ParameterizedTest
  @CsvSource({"''", "'# nothing'", "'just a text'", "'[1, 2]'", "'a: [', ''", "'a: *nobody'"})
  void whatIsNoRulebookIsAFaultAndNeverACrash(String text) {
    assertThat(faults(text)).isNotEmpty();
  }

  @Test
  void tagsBuildNothing() {
    assertThat(faults(with("version: 1", "version: !!java.io.File [/etc/passwd]"))).isNotEmpty();
  }

  @Test
  void aHugeOrEndlesslyNestedFileIsRefused() {
    assertThat(faults("x".repeat(70_000)))
        .containsExactly("mine.yaml: 70000 characters (expected: at most 65536 characters)");
    assertThat(faults("[".repeat(60_000))).hasSize(1);
  }
}
