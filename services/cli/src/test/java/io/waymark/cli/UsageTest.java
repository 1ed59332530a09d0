package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.waymark.cli.text.Language;
import io.waymark.cli.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private final Town town;

  UsageTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    ResourceBundle en = Words.in(Language.EN).bundle();
    ResourceBundle zh = Words.in(Language.ZH).bundle();
    assertThat(zh.keySet()).isEqualTo(en.keySet());
  }

  @Test
  void everyTextHasTheSamePlaceholdersInBothLanguages() {
    ResourceBundle en = Words.in(Language.EN).bundle();
    ResourceBundle zh = Words.in(Language.ZH).bundle();
    assertThat(en.keySet())
        .allSatisfy(key ->
            assertThat(placeholders(zh.getString(key))).isEqualTo(placeholders(en.getString(key))));
  }

  private static List<String> placeholders(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report",
        "observe",
        "due",
        "findings",
        "calendar",
        "judge",
        "explain",
        "what-if",
        "backtest",
        "evaluate",
        "scorecard",
        "index",
        "alerts",
        "ack",
        "assign",
        "comment",
        "plan-action",
        "resolve",
        "silence",
        "silences",
        "digest",
        "preferences",
        "mail",
        "channels",
        "plan",
        "rulebook",
        "target",
        "projects",
        "phase",
        "schedule",
        "suspend",
        "resume",
        "bureaus",
        "status",
        "token",
        "demo"
      })
  void everyCommandExplainsItselfWithExamplesInBothLanguages(String command) {
    Town.Run zh = town.run(command, "--help", "--lang", "zh");
    Town.Run en = town.run(command, "--help", "--lang", "en");
    assertThat(zh.exit()).isZero();
    assertThat(zh.out()).contains("用法：waymark " + command, "示例：");
    assertThat(en.out()).contains("Usage: waymark " + command, "Examples:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report",
        "observe",
        "due",
        "findings",
        "judge",
        "explain",
        "what-if",
        "backtest",
        "scorecard",
        "index",
        "alerts",
        "ack",
        "assign",
        "comment",
        "plan-action",
        "resolve",
        "silence",
        "preferences",
        "mail",
        "projects",
        "suspend",
        "resume",
        "bureaus",
        "token"
      })
  void everyOptionIsDescribed(String command) {
    String help = town.run(command, "--help").out();
    // a long name pushes its description to the next line
    String joined = help.replaceAll("\\n {20,}", "  ");
    assertThat(joined.lines().filter(line -> line.strip().startsWith("-")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.strip()).matches("\\S+( \\S+)? {2,}\\S.*"));
  }

  @Test
  void theHelpListsEveryCommand() {
    Golden.check("help-zh", town.run("--help", "--lang", "zh").out());
    Golden.check("help-en", town.run("--help", "--lang", "en").out());
  }

  @Test
  void theLanguageFollowsTheLocale() {
    town.variables.put("LANG", "zh_CN.UTF-8");
    assertThat(town.run("plan", "--help").out()).startsWith("用法：");
    town.variables.put("WAYMARK_LANG", "en");
    assertThat(town.run("plan", "--help").out()).startsWith("Usage:");
  }

  @Test
  void aMistypedCommandIsGuessed() {
    Town.Run run = town.run("judg");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("judg: unknown (expected perhaps: judge)\nHelp: waymark --help\n");
  }

  @Test
  void noCommandAtAllListsThem() {
    Town.Run run = town.run();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("command: missing (expected: report, observe, due, findings, calendar, judge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "localhost:0", "localhost:70000", "a b:1"})
  void anAddressThatIsNoneIsAUsageFault(String address) {
    Town.Run run = town.run("judge", "--server", address);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "--server: " + address + " (expected: host:port, for example localhost:9090)\n");
  }

  @Test
  void anUnknownLanguageIsAUsageFault() {
    Town.Run run = town.run("judge", "--lang", "fr");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("--lang: fr (expected: zh|en)\n");
  }

  @Test
  void aTokenCarriesItsClaimsAndTheKeysSignature() throws Exception {
    Town.Run run = town.run("token", "--bureau", "water", "--role", "reporter", "--name", "li.wei");
    SignedJWT token = SignedJWT.parse(run.out().strip());
    assertThat(token.verify(new ECDSAVerifier(town.key.toPublicJWK()))).isTrue();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getHeader().getKeyID()).isEqualTo("test");
    assertThat(token.getJWTClaimsSet().getClaims())
        .containsEntry("iss", "waymark")
        .containsEntry("sub", "li.wei")
        .containsEntry("kind", "person")
        .containsEntry("bureau", "water")
        .containsEntry("roles", List.of("reporter"));
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(Fixtures.NOW.plus(Duration.ofDays(30))));
  }

  @Test
  void aTokenOfABureauNeedsNoMoreThanItsName() throws Exception {
    JWTClaimsSet water = claims(town.run("token", "--as", "water"));
    assertThat(water.getClaims())
        .containsEntry("sub", System.getProperty("user.name"))
        .containsEntry("bureau", "water")
        .containsEntry("roles", List.of("reporter"));
    JWTClaimsSet office = claims(town.run("token", "--as", "plan-office"));
    assertThat(office.getClaims()).containsEntry("roles", List.of("plan_office"));
  }

  @Test
  void aTokenOfNobodyIsAUsageFault() {
    Town.Run run = town.run("token");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("--as: missing (expected: the bureau that reports");
  }

  private static JWTClaimsSet claims(Town.Run run) throws ParseException {
    return SignedJWT.parse(run.out().strip()).getJWTClaimsSet();
  }

  @Test
  void aRoleThatIsNoneIsAUsageFault() {
    Town.Run run =
        town.run("token", "--bureau", "w", "--role", "king", "--name", "x", "--days", "0");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "--role: king (expected: reporter, plan_office, postmaster or simulation)\n--days: 0 (expected: 1..3650)\n");
  }

  @Test
  void aMissingKeySaysWhereItWasLookedFor() {
    town.variables.put("WAYMARK_HOME", "elsewhere");
    Town.Run run = town.run("judge");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("issuer.jwk not found").contains("WAYMARK_HOME");
  }

  @Test
  void theDemoTouchesNoClockWithoutAKey() {
    town.variables.put("WAYMARK_HOME", "elsewhere");
    String pack = Path.of("../../deploy/sample/wuhan-15").toAbsolutePath().toString();
    Town.Run run = town.run("demo", "play", pack);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("issuer.jwk not found");
    assertThat(town.directory.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void aKeyThatIsNoneIsSaidSo() throws IOException {
    Files.writeString(town.directory.resolve("home/keys/issuer.jwk"), "{}");
    Town.Run run = town.run("judge");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("cannot be read (expected: a private EC P-256 JWK)");
  }

  @Test
  void aPackIsValidatedWithoutAServer() {
    town.variables.put("WAYMARK_SERVER", "localhost:1");
    String pack = Path.of("../../deploy/sample/wuhan-15").toAbsolutePath().toString();
    Town.Run run = town.run("plan", "validate", pack);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("142 indicators", "551 projects", "can be loaded (0 errors");
  }

  @Test
  void aFolderThatIsNoPackNamesWhatIsMissing() {
    Town.Run run = town.run("plan", "validate", "home", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("错误  ", "规划包不能载入");
    Town.Run load = town.run("plan", "load", "home", "--lang", "zh");
    assertThat(load.exit()).isEqualTo(1);
    assertThat(load.err()).contains("没有写入任何内容");
  }

  @Test
  void aPathThatIsNoFolderIsRefused() {
    Town.Run run = town.run("plan", "load", "nowhere");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("PATH: nowhere (expected: a folder with a plan pack, or a workbook (.xlsx))\n");
  }
}
