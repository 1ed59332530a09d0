package io.waymark.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
  private static final Path DEPLOY = Repository.ROOT.resolve("deploy");
  private static final Pattern SETTING = Pattern.compile("WAYMARK_[A-Z_]+[A-Z]");

  @TempDir private Path folder = Path.of("");

  private final JsonNode compose = Repository.yaml(DEPLOY.resolve("compose.yaml"));

  @Test
  void everyPartAndWhatItNeedsIsThere() {
    assertThat(compose.path("services").fieldNames())
        .toIterable()
        .contains(
            "registry", "indicator", "alerting", "gateway", "postgres", "kafka", "topics", "mail")
        .contains("prometheus", "alertmanager", "grafana");
    assertThat(compose.at("/services/kafka/image").asText()).isEqualTo("apache/kafka:4.3.1");
    assertThat(compose.at("/services/postgres/image").asText()).isEqualTo("postgres:18");
  }

  @Test
  void everyFileThatIsMountedExists() {
    List<String> mounted = new ArrayList<>();
    for (JsonNode volumes : compose.findValues("volumes")) {
      volumes.forEach(volume -> mounted.add(volume.asText()));
    }
    mounted.removeIf(volume -> !volume.startsWith("./") && !volume.startsWith("../"));
    // made by Keys.java on the user's machine
    mounted.removeIf(volume -> volume.startsWith("./compose/keys/"));

    assertThat(mounted)
        .isNotEmpty()
        .allSatisfy(volume ->
            assertThat(DEPLOY.resolve(volume.substring(0, volume.indexOf(':'))).normalize())
                .exists());
  }

  @Test
  void everySettingThatAnInstallationMakesIsDocumented() {
    Set<String> set = settings(DEPLOY.resolve("compose.yaml"));
    for (Path template : Repository.files(Repository.CHART.resolve("templates"), "")) {
      if (template.toFile().isFile()) {
        set.addAll(settings(template));
      }
    }

    assertThat(set).isNotEmpty().isSubsetOf(Settings.documented());
  }

  @Test
  void theTopicsScriptCreatesTheTopicsOfTheList() {
    Path topics = DEPLOY.resolve("kafka/topics.yaml");
    String calls =
        Programs.run(
            DEPLOY,
            Map.of("KAFKA_TOPICS", "echo"),
            "sh",
            "compose/topics.sh",
            topics.toString(),
            "broker:9092");

    List<String> expected = new ArrayList<>();
    Repository.yaml(topics).path("topics").forEach(topic -> expected.add(call(topic)));
    assertThat(calls.lines()).containsExactlyElementsOf(expected);
  }

  private static String call(JsonNode topic) {
    String days = topic.path("retention").asText().replaceAll("[PD]", "");
    long keep = days.isEmpty() ? -1 : Long.parseLong(days) * 86_400_000L;
    return "--bootstrap-server broker:9092 --create --if-not-exists --topic %s --partitions %s"
            .formatted(topic.path("name").asText(), topic.path("partitions").asText())
        + " --config cleanup.policy=%s --config retention.ms=%d --config message.timestamp.type=LogAppendTime"
            .formatted(topic.path("cleanup").asText(), keep);
  }

  @Test
  void theKeysThatAreMadeFitTogether() throws Exception {
    Path program = DEPLOY.resolve("compose/Keys.java");
    String java = ProcessHandle.current().info().command().orElse("java");
    Programs.run(folder, java, program.toString(), "keys");
    Path keys = folder.resolve("keys");

    JsonNode published = Repository.json(keys.resolve("issuer.pub.jwks")).at("/keys/0");
    String token =
        Repository.text(keys.resolve("gateway.env"))
            .strip()
            .substring("WAYMARK_GATEWAY_TOKEN=".length());
    assertThat(published.has("d")).as("the public set holds no private key").isFalse();
    assertThat(Repository.json(keys.resolve("issuer.jwk")).has("d")).isTrue();
    assertThat(PublicKeys.signed(published, token)).isTrue();
    assertThat(PublicKeys.signed(published, "x" + token)).isFalse();

    String again = Programs.run(folder, java, program.toString(), "keys");
    assertThat(again).contains("left alone");
    assertThat(Repository.json(keys.resolve("issuer.pub.jwks")).at("/keys/0")).isEqualTo(published);
  }

  private static Set<String> settings(Path file) {
    // In a template the name of a service is put in: WAYMARK_{{ upper $name }}_ADDRESS.
    String text = Repository.text(file).replaceAll("WAYMARK_\\{\\{ upper \\$name }}_[A-Z]+", "");
    Set<String> names = new TreeSet<>();
    SETTING.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }
}
