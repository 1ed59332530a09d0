package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.rulebooks.Rulebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookTest {
  private static final String MINE =
      Rulebooks.shipped().yaml("rpmc").orElseThrow().replace("rulebook: rpmc", "rulebook: mine");

  private final Town town;

  RulebookTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void write(String file, String text) throws IOException {
    Path path = town.directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aComparisonTellsSubjectBySubjectAndSumsUp(String language) {
    Town.Run run =
        town.run("rulebook", "compare", "--rules", "wuhan,yinchuan,niti", "--lang", language);

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Golden.check("rulebook-compare-" + language, run.out());
    assertThat(town.indicator.comparisons.getLast().getRulebooksList())
        .containsExactly("wuhan", "yinchuan", "niti");
  }

  @Test
  void theOverallLightsMayBeComparedInstead() {
    Town.Run run = town.run("rulebook", "compare", "--light", "overall");

    assertThat(run.out()).contains("The rules disagree about 0 of 3 subjects");
    assertThat(town.indicator.comparisons.getLast().getRulebooksList()).isEmpty();
  }

  @Test
  void aLightThatIsNoneIsAUsageFault() {
    Town.Run run = town.run("rulebook", "compare", "--light", "colour");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("--light: colour (expected: position|overall)\n");
  }

  @Test
  void aComparisonMaySpeakOfAnotherDay() {
    town.run("rulebook", "compare", "--as-of", "2027-03", "--known-at", "2027-04-05");

    assertThat(town.indicator.comparisons.getLast().getAsOf()).isEqualTo("2027-03-31");
    assertThat(town.indicator.comparisons.getLast().hasKnownAt()).isTrue();
  }

  @Test
  void jsonIsTheReply() throws IOException {
    CompareRulebooksResponse.Builder reply = CompareRulebooksResponse.newBuilder();
    JsonFormat.parser().merge(town.run("rulebook", "compare", "--json").out(), reply);

    assertThat(reply.build()).isEqualTo(Comparisons.railAndMetro());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theListNamesThoseThatShip(String language) {
    Town.Run run = town.run("rulebook", "list", "--lang", language);

    assertThat(run.exit()).isZero();
    Golden.check("rulebook-list-" + language, run.out());
  }

  @Test
  void onesOwnFolderIsListedAndItsFaultsAreTold() throws IOException {
    write("mine/mine.yaml", MINE);
    write("mine/broken.yaml", MINE.replace("kind: points", "kind: guess"));
    town.variables.put("WAYMARK_RULEBOOKS", "mine");

    Town.Run run = town.run("rulebook", "list");

    assertThat(run.out()).containsPattern("mine +1 .*your own");
    assertThat(run.err()).startsWith("broken.yaml:17 position.kind: guess (expected: one of ");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void aRulebookShowsItsSourceOurReadingAndItsFile() {
    Town.Run run = town.run("rulebook", "show", "yinchuan", "--lang", "zh");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("银川：落后序时进度的百分点与开工延误  规则 yinchuan 第 1 版\n")
        .contains("来源：银川市公布的规则", "我们的读法：落后 0 至 10 个百分点来源没有规定", "more_than: 30");
  }

  @Test
  void theFileAloneCanBeginOneOfYourOwn() {
    assertThat(town.run("rulebook", "show", "wuhan@1", "--yaml").out())
        .isEqualTo(Rulebooks.shipped().yaml("wuhan@1").orElseThrow());
  }

  @Test
  void aNameThatNobodyKnowsIsRefusedWithThoseThatAreKnown() {
    Town.Run run = town.run("rulebook", "show", "atlantis");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "NAME: atlantis (expected: one of waymark, wuhan, yinchuan, ouhai, rpmc, niti, opensdg,"
                + " escap)\nSee which there are: waymark rulebook list\n");
  }

  @Test
  void aWholeFileOfOnesOwnCanBeUsed() throws IOException {
    write("mine.yaml", MINE);

    Town.Run run = town.run("rulebook", "check", "mine.yaml");

    assertThat(run.out()).isEqualTo("The rulebook mine, version 1, can be used.\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void everyFaultOfABrokenFileIsNamed() throws IOException {
    write(
        "mine.yaml",
        MINE.replace("version: 1", "version: one").replace("at_least: 10", "at_least: 20"));

    Town.Run run = town.run("rulebook", "check", "mine.yaml", "--lang", "zh");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            mine.yaml:2 version: one（应为：1..999999 的数）
            mine.yaml:20 position.levels[1].at_least: 20（应为：小于上一级的 15）
            不能使用：2 处错误。格式见 docs/zh/rulebooks.md
            """);
  }

  @Test
  void aNameThatShipsIsRefused() throws IOException {
    write("mine.yaml", Rulebooks.shipped().yaml("rpmc").orElseThrow());

    Town.Run run = town.run("rulebook", "check", "mine.yaml", "--json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("\"usable\": false", "\"key\": \"rulebook\"");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    Town.Run run = town.run("rulebook", "check", "gone.yaml");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("FILE: gone.yaml (expected: a readable YAML file in UTF-8)\n");
  }
}
