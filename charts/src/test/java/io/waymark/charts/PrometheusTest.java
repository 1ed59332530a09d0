package io.waymark.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void promtoolIsThere() {
    Programs.needed("promtool", "prometheus");
  }

  @Test
  void prometheusAcceptsTheConfigurationAndItsRules() {
    String told =
        Programs.run(
            Repository.ROOT, "promtool", "check", "config", "deploy/prometheus/prometheus.yml");

    assertThat(told).contains("1 rule files found").doesNotContain("WARNING");
  }

  @Test
  void everyRuleFiresWhenItMustAndIsSilentWhenItMustBe() throws IOException {
    Files.copy(Repository.RULES, folder.resolve("rules.yaml"));
    Path cases = Repository.ROOT.resolve("charts/src/test/resources/rules-test.yaml");
    Files.copy(cases, folder.resolve("cases.yaml"));

    assertThat(Programs.run(folder, "promtool", "test", "rules", "cases.yaml")).contains("SUCCESS");
  }

  @Test
  void everyPanelAsksAQuestionThatPrometheusUnderstands() throws IOException {
    StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    int number = 0;
    for (Path dashboard : Boards.dashboards()) {
      for (String expression : Boards.expressions(dashboard)) {
        String plain = expression.replace("$__rate_interval", "1m");
        rules.append("      - {record: panel_%d, expr: '%s'}%n".formatted(number++, plain));
      }
    }
    Files.writeString(folder.resolve("panels.yaml"), rules);

    assertThat(Programs.run(folder, "promtool", "check", "rules", "panels.yaml"))
        .contains(number + " rules found");
  }

  @Test
  void everyAlertNamesARunbookThatExists() {
    List<JsonNode> runbooks = Repository.yaml(Repository.RULES).findValues("runbook_url");

    assertThat(runbooks).hasSameSizeAs(Repository.yaml(Repository.RULES).findValues("alert"));
    assertThat(runbooks)
        .allSatisfy(file -> assertThat(Repository.ROOT.resolve(file.asText())).exists());
  }
}
