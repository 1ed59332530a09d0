package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.alerting.domain.ChannelDirectory.Card;
import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.mail.Briefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of channels says, and what the channels are told. */
class ChannelsTest {
  private static final String BOARD = "http://localhost:8080";

  @TempDir private Path folder;

  @Test
  void withoutAFileThereAreNoChannels() {
    Channels none = Channels.load(null, BOARD);
    assertThat(none.write(Circulars.opened())).isEmpty();
    assertThat(none.problem()).isEmpty();
  }

  @Test
  void aChannelHearsWhatItAskedFor() throws IOException {
    Channels channels =
        load(
            """
            channels:
              - {name: all, kind: webhook, url: "https://ops.example/hook"}
              - {name: grave, kind: webhook, url: "https://ops.example/hook", severities: [critical]}
              - {name: ends, kind: webhook, url: "https://ops.example/hook", kinds: [recovered, restated]}
              - {name: water, kind: webhook, url: "https://ops.example/hook", bureaus: [water]}
            """);
    assertThat(channels.problem()).isEmpty();
    assertThat(told(channels, Circulars.opened())).containsExactly("all", "grave");
    assertThat(told(channels, Circulars.warning())).containsExactly("all");
    assertThat(told(channels, Circulars.recovered())).contains("all", "ends");
  }

  @Test
  void aBrokenChannelIsReportedAndTheOthersAreUsed() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"text\": \"{{ brief.nothing }}\"}");
    Files.writeString(folder.resolve("list.json"), "[1]");
    Files.writeString(
        folder.resolve("raw.json"),
        "{\"text\": \"{{ brief.warnings | join(' ') }} {% for i in brief.items %}{{ i.name }}{% endfor %}\"}");
    Channels channels =
        load(
            """
            channels:
              - {name: good, kind: webhook, url: "https://ops.example/hook"}
              - {name: Mail, kind: webhook, url: "https://ops.example/hook"}
              - {name: good, kind: webhook, url: "https://ops.example/hook"}
              - {name: pigeon, kind: pigeon, url: "https://ops.example/hook"}
              - {name: nowhere, kind: wecom}
              - {name: keyed, kind: wecom, url: "ftp://x.example/send?key=top-secret"}
              - {name: typo, kind: webhook, url: "https://ops.example/hook", severity: [critical]}
              - {name: word, kind: webhook, url: "https://ops.example/hook", severities: [grave]}
              - {name: lost, kind: webhook, url: "https://ops.example/hook", secret_file: none.txt}
              - {name: strict, kind: webhook, url: "https://ops.example/hook", template: bad.json}
              - {name: list, kind: webhook, url: "https://ops.example/hook", template: list.json}
              - {name: raw, kind: wecom, url: "https://ops.example/hook", template: raw.json}
            """);
    assertThat(told(channels, Circulars.opened())).containsExactly("good");
    assertThat(channels.problem().orElseThrow().split("; "))
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).contains("Mail.name: Mail (expected: 1..40 of a-z"),
            fault -> assertThat(fault).contains("good.name: good (expected: each name once)"),
            fault ->
                assertThat(fault)
                    .contains(
                        "pigeon.kind: pigeon (expected: one of alertmanager, dingtalk, webhook"),
            fault -> assertThat(fault).contains("nowhere.url:").contains("either url or url_file"),
            fault ->
                assertThat(fault).contains("keyed.url: not shown").doesNotContain("top-secret"),
            fault -> assertThat(fault).contains("typo.severity:").contains("severities"),
            fault ->
                assertThat(fault)
                    .contains("word.severities: grave (expected: one of critical, warning)"),
            fault -> assertThat(fault).contains("lost.secret_file: none.txt"),
            fault -> assertThat(fault).contains(" strict: ").contains("nothing"),
            fault -> assertThat(fault).contains(" list: what it makes (expected: a JSON object)"),
            fault -> assertThat(fault).contains(" raw: lets a name's markup through"));
  }

  @Test
  void aFileThatIsNoListOfChannelsIsReported() throws IOException {
    assertThat(load("channels: none").problem().orElseThrow())
        .isEqualTo("WAYMARK_CHANNELS channels.yaml:  (expected: channels: a list of channels)");
    assertThat(load("a: [").problem().orElseThrow()).contains("(expected: YAML)");
    assertThat(Channels.load(folder.resolve("none.yaml"), BOARD).problem().orElseThrow())
        .contains("none.yaml: not readable");
  }

  @Test
  void whatIsRoutedToAChannelCanBeShownWithoutItsKey() throws IOException {
    Files.writeString(
        folder.resolve("key.txt"), "https://qyapi.example:8443/send/k1?key=top-secret");
    Channels channels =
        load(
            """
            channels:
              - {name: duty, kind: wecom, url_file: key.txt, severities: [critical], kinds: [opened, summons], bureaus: [water]}
              - {name: ops, kind: webhook, url: "https://ops.example/hook?token=pw1", language: en, per_minute: 600}
              - {name: pigeon, kind: pigeon, url: "https://ops.example/hook"}
            """);
    assertThat(channels.cards())
        .first()
        .isEqualTo(
            new Card(
                "duty",
                "wecom",
                "https://qyapi.example:8443",
                "",
                Set.of(Severity.CRITICAL),
                Set.of(NoticeKind.OPENED, NoticeKind.SUMMONS),
                Set.of("water"),
                "zh",
                20));
    assertThat(channels.faults()).singleElement().asString().contains("pigeon.kind");
    assertThat(channels.cards().toString()).doesNotContain("top-secret", "k1", "pw1", "/hook");
    channels.heard("duty", new Dialect.Answer(Dialect.Meaning.SHUT, "errcode 93000"));
    assertThat(channels.cards().getFirst().trouble()).isEqualTo("errcode 93000");
    channels.heard("duty", new Dialect.Answer(Dialect.Meaning.TAKEN, "errcode 0"));
    assertThat(channels.cards().getFirst().trouble()).isEmpty();
  }

  @Test
  void neitherAddressNorSecretIsEverShown() throws IOException {
    Files.writeString(folder.resolve("url.txt"), "https://qyapi.example/send?key=top-secret\n");
    Path file =
        Files.writeString(
            folder.resolve("channels.yaml"),
            "channels: [{name: duty, kind: wecom, url_file: url.txt}]");
    ChannelConfig config = ChannelsReader.read(file).channels().getFirst();
    assertThat(config.url().getQuery()).isEqualTo("key=top-secret");
    assertThat(config.toString()).isEqualTo("channel duty (WECOM at qyapi.example)");
  }

  @Test
  void aRobotsTextStaysWithinItsLimitAndNamesCarryNoMarkup() throws IOException {
    Channels channels =
        load(
            """
            channels:
              - {name: duty, kind: wecom, url: "https://qyapi.example/send"}
              - {name: ding, kind: dingtalk, url: "https://oapi.example/send", language: en}
            """);
    List<Circular> circulars = new java.util.ArrayList<>(Briefs.samples());
    circulars.add(Circulars.many(60));
    for (Circular circular : circulars) {
      List<ChannelMessage> messages = channels.write(circular);
      assertThat(messages).hasSize(2);
      String wecom = Json.read(messages.getFirst().body()).at("/markdown/content").asText();
      assertThat(wecom.getBytes(UTF_8)).hasSizeBetween(50, 4096);
      assertThat(wecom).doesNotContain("<script>", "\u202E");
      JsonNode ding = Json.read(messages.getLast().body());
      assertThat(ding.at("/msgtype").asText()).isEqualTo("markdown");
      assertThat(ding.at("/markdown/text").asText())
          .contains("[All alerts](" + BOARD)
          .doesNotContain("<script>");
    }
    String many = Json.read(channels.write(Circulars.many(60)).getFirst().body()).toString();
    assertThat(many).contains("… +5");
  }

  @Test
  void aTemplateThatFailsAtARealNoticeGivesWayToTheOneThatShips() throws IOException {
    Files.writeString(
        folder.resolve("own.json"),
        "{\"w\": \"{{ brief.warnings | join(' ') }}\", \"x\": "
            + "{% if brief.items | length > 30 %}oops{% else %}1{% endif %}}");
    Channels channels =
        load(
            "channels: [{name: duty, kind: wecom, url: \"https://qyapi.example/send\", template: own.json}]");
    assertThat(channels.problem()).isEmpty();
    assertThat(channels.write(Circulars.opened()).getFirst().body()).contains("\"x\": 1");
    assertThat(
            Json.read(channels.write(Circulars.many(31)).getFirst().body()).at("/msgtype").asText())
        .isEqualTo("markdown");
  }

  @Test
  void whatIsSimulatedIsSaidFirst() throws IOException {
    Channels channels =
        load("channels: [{name: duty, kind: wecom, url: \"https://qyapi.example/send\"}]");
    Circular sample = Briefs.samples().getFirst();
    assertThat(sample.notices().getFirst().verdict().simulated()).isTrue();
    String text =
        Json.read(channels.write(sample).getFirst().body()).at("/markdown/content").asText();
    assertThat(text).startsWith("> 模拟数据");
  }

  private static List<String> told(Channels channels, Circular circular) {
    return channels.write(circular).stream().map(ChannelMessage::channel).toList();
  }

  private Channels load(String yaml) throws IOException {
    return Channels.load(Files.writeString(folder.resolve("channels.yaml"), yaml), BOARD);
  }
}
