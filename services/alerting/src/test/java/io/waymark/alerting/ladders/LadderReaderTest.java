package io.waymark.alerting.ladders;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.Ladder;
import io.waymark.alerting.domain.Rules;
import io.waymark.alerting.domain.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ladder of one's own: every fault is named, with its place and with what was expected. */
class LadderReaderTest {
  private static final String KNOWN = "ladder, plans, relapse, tables, time, title, version";

  private static String shipped() {
    try (InputStream bytes = LadderReader.class.getResourceAsStream("waymark.yaml")) {
      return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is changed in the ladder that ships, into what, and what is then said. */
  static Stream<Arguments> faults() {
    String rung = "tables[0].rungs[0]";
    return Stream.of(
        fault("ladder: waymark", "ladder: ''", "ladder:  (expected: text of 1..200 characters)"),
        fault("version: 1", "version: one", "version: one (expected: a whole number 1..9999)"),
        fault("version: 1", "version: 0", "version: 0 (expected: a whole number 1..9999)"),
        fault(
            "title: { zh: 默认督办规则, en: The usual ladder }",
            "title: { zh: 督办 }",
            "title.en: missing (expected: text of 1..200 characters)"),
        fault("time: \"09:00\"", "time: noon", "time: noon (expected: a time such as \"09:00\")"),
        fault(
            "relapse: { within_days: 30, hold_days: 7 }",
            "relapse: { within_days: 30, hold: 7 }",
            "relapse.hold: hold (expected: a known key: hold_days, within_days)",
            "relapse.hold_days: missing (expected: a whole number 0..500)"),
        fault("version: 1", "version: 1\nplans: all", "plans: all (expected: a list)"),
        fault(
            "version: 1",
            "version: 1\nstpes: 3",
            "stpes: stpes (expected: a known key: " + KNOWN + ")"),
        fault(
            "concern: progress, severity: critical",
            "concern: slowness, severity: critical",
            "tables[0].when.concern: slowness (expected: one of progress, silence)"),
        fault(
            "concern: silence, severity: critical",
            "concern: silence, severity: warning",
            "tables[3].when: SILENCE WARNING (expected: each concern and severity once)",
            "tables: no silence critical (expected: a table for each concern and severity)"),
        fault(
            "acknowledgement_lasts: 10",
            "acknowledgement_lasts: 0",
            "tables[0].acknowledgement_lasts: 0 (expected: a whole number 1..500)"),
        fault(
            "reminders: [3, 5, 10, 20]",
            "reminders: [3, -5]",
            "tables[0].reminders: -5 (expected: a whole number 1..500)"),
        fault(
            "kind: supervision, after: 5, without: acknowledgement",
            "kind: scolding, after: 5, without: acknowledgement",
            rung + ".kind: scolding (expected: one of reminder, supervision, summons)"),
        fault(
            "after: 5, without: acknowledgement",
            "after: 5.5, without: acknowledgement",
            rung + ".after: 5.5 (expected: a whole number 1..500)"),
        fault(
            "after: 5, without: acknowledgement",
            "after: 5, without: answer",
            rung + ".without: answer (expected: one of acknowledgement, plan, recovery, report)"),
        fault(
            "without: acknowledgement, to: [lead, superior]",
            "without: acknowledgement, to: []",
            rung + ".to:  (expected: at least one of lead, superior, supporting)"),
        fault(
            "without: acknowledgement, to: [lead, superior]",
            "without: acknowledgement, to: [mayor]",
            rung + ".to: mayor (expected: one of lead, supporting, superior)"),
        fault(
            "id: supervise-planless",
            "id: supervise-unanswered",
            "tables[0].rungs[1].id: supervise-unanswered (expected: each id once in a table)"));
  }

  private static Arguments fault(String from, String to, String... said) {
    return Arguments.of(from, to, List.of(said));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultIsNamedWithItsPlaceAndWhatWasExpected(String from, String to, List<String> said) {
    assertThat(shipped()).contains(from);
    String own = shipped().replaceFirst(Pattern.quote(from), to);
    LadderReader reader = LadderReader.read("own.yaml", own);
    assertThat(reader.faults())
        .containsExactlyElementsOf(said.stream().map(one -> "own.yaml " + one).toList());
    assertThat(reader.ladder()).isEmpty();
  }

  @Test
  void whatIsNoYamlOrNoMappingIsSaidSo() {
    assertThat(LadderReader.read("own.yaml", "ladder: [").faults())
        .singleElement()
        .asString()
        .startsWith("own.yaml: ")
        .endsWith("(expected: YAML)");
    assertThat(LadderReader.read("own.yaml", "- a").faults())
        .containsExactly("own.yaml: [a] (expected: a mapping: " + KNOWN + ")");
    assertThat(LadderReader.read("own.yaml", "ladder: a\nladder: b").faults())
        .singleElement()
        .asString()
        .endsWith("(expected: YAML)");
  }

  @Test
  void whatIsWrittenIsWhatHolds() {
    Ladder ladder = LadderReader.read("waymark.yaml", shipped()).ladder().orElseThrow();
    Ladder.Table table =
        Objects.requireNonNull(
            ladder.tables().get(new Ladder.Key(Concern.PROGRESS, Severity.CRITICAL)));
    assertThat(table.lasts()).isEqualTo(10);
    assertThat(table.reminders()).containsExactly(3, 5, 10, 20);
    assertThat(table.rungs().getFirst().without()).isEqualTo(Asked.What.ACKNOWLEDGEMENT);
    assertThat(table.rungs().getFirst().to())
        .containsExactly(Ladder.Audience.LEAD, Ladder.Audience.SUPERIOR);
    assertThat(ladder.quietDays()).isEqualTo(30);
    assertThat(ladder.holdDays()).isEqualTo(7);
  }

  @Test
  void aFolderGivesItsGoodLaddersAndNamesTheFaultsOfTheOthers(@TempDir Path folder)
      throws IOException {
    String wuhan = shipped().replace("version: 1", "version: 1\nplans: [wuhan-15]");
    Files.writeString(folder.resolve("a.yaml"), wuhan.replace("ladder: waymark", "ladder: first"));
    Files.writeString(folder.resolve("b.yaml"), wuhan);
    Files.writeString(folder.resolve("c.yaml"), "ladder: [");
    Files.writeString(
        folder.resolve("d.yaml"), shipped().replace("ladder: waymark", "ladder: all"));
    Files.writeString(folder.resolve("e.yaml"), shipped());
    Files.writeString(folder.resolve("notes.txt"), "no ladder");
    List<String> faults = new ArrayList<>();
    assertThat(RulesReader.own(folder, faults))
        .extracting(Ladder::name)
        .containsExactly("first", "all");
    assertThat(faults)
        .satisfiesExactly(
            fault ->
                assertThat(fault)
                    .isEqualTo("b.yaml plans: wuhan-15 (expected: each plan once; first has it)"),
            fault -> assertThat(fault).startsWith("c.yaml: ").endsWith("(expected: YAML)"),
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "e.yaml plans: missing (expected: plans, since all holds for all others)"));
  }

  @Test
  void aPlanGoesByItsOwnLadderAndTheOthersByTheOneThatShips(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        shipped()
            .replace("ladder: waymark\nversion: 1", "ladder: ours\nversion: 1\nplans: [wuhan-15]"));
    Rules rules = RulesReader.read(folder.toString(), "", ZoneId.of("Asia/Shanghai"));
    assertThat(rules.ladder("wuhan-15").name()).isEqualTo("ours");
    assertThat(rules.ladder("huangpi-15").name()).isEqualTo("waymark");
  }

  @Test
  void aFolderThatIsNotThereIsSaidSoAndTheShippedLadderHolds(@TempDir Path folder) {
    List<String> faults = new ArrayList<>();
    assertThat(RulesReader.own(folder.resolve("gone"), faults)).isEmpty();
    assertThat(faults)
        .containsExactly(
            folder.resolve("gone") + ": not readable (expected: a folder with UTF-8 files)");
    assertThat(
            RulesReader.read(folder.resolve("gone").toString(), "", ZoneId.of("Asia/Shanghai"))
                .ladder("wuhan-15")
                .name())
        .isEqualTo("waymark");
  }
}
