package io.waymark.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/metrics.md is the one list: boards and rules may ask for nothing else, and the code keeps
 * it.
 */
class MetricsCatalogueTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|");
  private static final Pattern IN_CODE = Pattern.compile("\"(waymark_[a-z0-9_]+)\"");

  @Test
  void everyMetricOnABoardIsInTheCatalogue() {
    for (Path dashboard : Boards.dashboards()) {
      assertThat(metricsOf(Boards.expressions(dashboard)))
          .as(dashboard.toString())
          .isSubsetOf(catalogue());
    }
  }

  @Test
  void everyMetricInARuleIsInTheCatalogue() {
    assertThat(metricsOf(Boards.rules())).isNotEmpty().isSubsetOf(catalogue());
  }

  @Test
  void everyMetricThatTheCodeNamesIsInTheCatalogue() {
    Set<String> whole = new TreeSet<>(inCode());
    whole.removeIf(MetricsCatalogueTest::isPrefix);

    assertThat(whole).isNotEmpty().isSubsetOf(catalogue());
  }

  @Test
  void everyMetricOfTheCatalogueIsNamedInTheCode() {
    Set<String> named = inCode();

    assertThat(catalogue())
        .filteredOn(metric -> metric.startsWith("waymark_"))
        .isNotEmpty()
        .allMatch(metric ->
            named.contains(metric)
                || named.stream().anyMatch(name -> isPrefix(name) && metric.startsWith(name)));
  }

  /** The code puts some names together: "waymark_registry_" + what. */
  private static boolean isPrefix(String name) {
    return name.endsWith("_");
  }

  @Test
  void anExpressionGivesUpItsMetricsWithoutLabelValues() {
    assertThat(
            Boards.metrics(
                "sum by (le) (rate(waymark_a_seconds_bucket{job=~\"waymark-.*\"}[5m])) / up{job=\"x\"} and jvm_gc_x_count"))
        .containsExactly("jvm_gc_x", "up", "waymark_a_seconds");
  }

  private static Set<String> metricsOf(List<String> expressions) {
    Set<String> names = new TreeSet<>();
    expressions.forEach(expression -> names.addAll(Boards.metrics(expression)));
    return names;
  }

  private static Set<String> catalogue() {
    return matches(ROW, Repository.text(Repository.ROOT.resolve("docs/metrics.md")));
  }

  private static Set<String> inCode() {
    Set<String> names = new TreeSet<>();
    sources().forEach(file -> names.addAll(matches(IN_CODE, Repository.text(file))));
    return names;
  }

  private static List<Path> sources() {
    List<Path> found = new ArrayList<>();
    Stream.of("services", "gateway")
        .map(Repository.ROOT::resolve)
        .forEach(folder -> found.addAll(Repository.files(folder, ".java")));
    // Kafka headers and database channels are named alike, but elsewhere.
    found.removeIf(file ->
        !file.toString().contains("/src/main/")
            || !Repository.text(file).contains("import io.prometheus."));
    return found;
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
