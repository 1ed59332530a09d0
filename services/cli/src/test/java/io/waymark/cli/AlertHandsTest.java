package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.waymark.proto.alerting.v1.DigestRhythm;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.proto.alerting.v1.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with alerts, and how people want to be told. */
class AlertHandsTest {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("ack", "a-1", "a-1", "--comment", "在查"),
          List.of("assign", "a-1", "--to", "王芳"),
          List.of("comment", "a-1", "--text", "场地已移交"),
          List.of("plan-action", "a-1", "--text", "增加盾构机", "--by", "2027-09-30"),
          List.of("resolve", "a-1", "--reason", "统计口径调整"),
          List.of("silence", "--bureau", "transport", "--until", "2027-07-20", "--reason", "审计"),
          List.of("silences"),
          List.of("silence", "--end", "silence-1"),
          List.of("silences"),
          List.of("preferences", "transport"),
          List.of("preferences", "--set", "li@wuhan.example", "--at-once", "critical"),
          List.of("digest", "transport"),
          List.of("digest", "water"),
          List.of("alerts", "a-1"));

  private final Town town;

  AlertHandsTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Town.Run run(List<String> command, String... more) {
    String[] all = Arrays.copyOf(command.toArray(String[]::new), command.size() + more.length + 2);
    System.arraycopy(more, 0, all, command.size(), more.length);
    all[all.length - 2] = "--as";
    all[all.length - 1] = "transport";
    return town.run(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyCommandSaysWhatItDid(String language) {
    town.alerting.write("m-1", "transport@wuhan.example", "【滞后】轨道交通运营里程");
    StringBuilder told = new StringBuilder();
    for (List<String> command : COMMANDS) {
      Town.Run run = run(command, "--lang", language);
      assertThat(run.exit()).as("%s: %s", command, run.err()).isZero();
      told.append("$ waymark ").append(String.join(" ", command)).append('\n');
      told.append(run.out()).append(run.err()).append('\n');
    }
    Golden.check("hands-" + language, told.toString());
  }

  @Test
  void everyCommandSpeaksJsonAndNothingElse() {
    for (List<String> command : COMMANDS) {
      Town.Run run = run(command, "--json");
      assertThat(run.exit()).as("%s", command).isZero();
      String each = run.out().startsWith("{\n") ? run.out() : run.out().lines().findFirst().get();
      assertThat(JsonParser.parseString(each).isJsonObject()).as("%s", command).isTrue();
    }
  }

  @Test
  void oneRefusalDoesNotHinderTheOthers() {
    Town.Run one = run(List.of("plan-action", "a-1", "--text", "赶工", "--by", "soon"));
    assertThat(one.exit()).isEqualTo(1);
    assertThat(one.err()).contains("by: soon (expected: a day such as 2027-06-30)");
    Town.Run two = run(List.of("plan-action", "a-1", "a-2", "--text", "赶工", "--by", "soon"));
    assertThat(two.exit()).isEqualTo(1);
    assertThat(two.err()).contains("a-1: ", "a-2: ");
  }

  @Test
  void aPreferenceIsSetAsItWasTyped() {
    run(
        List.of("preferences", "--set", "li@wuhan.example"),
        "--at-once",
        "never",
        "--digest",
        "weekly",
        "--quiet",
        "21:00-07:30");
    assertThat(town.alerting.asked.getLast())
        .isEqualTo(
            SetPreferenceRequest.newBuilder()
                .setAddress("li@wuhan.example")
                .setImmediateFrom(Severity.SEVERITY_UNSPECIFIED)
                .setDigest(DigestRhythm.DIGEST_RHYTHM_WEEKLY)
                .setQuietFrom("21:00")
                .setQuietTo("07:30")
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alerts --severity grave",
        "alerts --status gone",
        "alerts --kind road",
        "alerts --concern noise",
        "silence --severity grave --reason x --until 2027-07-20",
        "preferences --set a@b --digest hourly",
        "mail preview opened --language fr"
      })
  void aWordThatIsNoneIsRefusedWithWhatWasExpected(String command) {
    Town.Run run = run(List.of(command.split(" ")));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("(expected: ");
  }

  @Test
  void alertsAreFoundByWhatIsTheMatterInWhoseHandsAndWhose() {
    assertThat(town.run("alerts", "--concern", "progress", "--assignee", "王芳").out())
        .contains("a-1");
    assertThat(town.run("alerts", "--concern", "silence").out()).isEqualTo("No alerts.\n");
    assertThat(town.run("alerts", "--assignee", "李伟").out()).isEqualTo("No alerts.\n");
    assertThat(town.run("alerts", "--mine", "--as", "water").out()).isEqualTo("No alerts.\n");
    assertThat(town.run("alerts", "--mine", "--as", "transport").out()).contains("a-1");
    assertThat(town.run("alerts", "--mine").exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void mailsArePreviewed(String language) {
    String kinds = town.run("mail", "preview", "--lang", language).out();
    String one = town.run("mail", "preview", "digest", "--lang", language).out();
    Golden.check("mail-preview-" + language, kinds + "\n" + one);
  }

  @Test
  void aPreviewGoesIntoFiles() throws IOException {
    Town.Run run =
        town.run("mail", "preview", "opened", "--html", "mail.html", "--eml", "mail.eml");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("Template of your own: digest.html:3: no such field; the one that ships is used.")
        .contains("Written: ");
    assertThat(Files.readString(town.directory.resolve("mail.html")))
        .isEqualTo("<p><img src=\"data:image/png;base64,AQID\" alt=\"\"></p>");
    assertThat(Files.readString(town.directory.resolve("mail.eml")))
        .isEqualTo("Subject: x\r\n\r\n");
  }

  @Test
  void aPreviewIsTextAloneJsonOrRefused() {
    assertThat(town.run("mail", "preview", "--text", "--language", "zh").out()).isEqualTo("一句话。\n");
    assertThat(town.run("mail", "preview", "opened", "--json").out()).contains("\"kinds\"");
    Town.Run run = town.run("mail", "preview", "summons");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("kind: summons (expected: opened, digest)");
    assertThat(town.run("mail", "preview", "opened", "--html", "no/such/folder.html").exit())
        .isEqualTo(1);
  }
}
