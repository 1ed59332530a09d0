package io.waymark.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The questions that dashboards and rules put to Prometheus. */
final class Boards {
  private static final Pattern METRIC =
      Pattern.compile(
          "\\b(?:waymark|jvm|process|http_server)_[a-z0-9_]+(?![a-z0-9_]*\")|\\bup(?=\\{| ==)");

  private Boards() {}

  static List<Path> dashboards() {
    return Repository.files(Repository.CHART.resolve("dashboards"), ".json");
  }

  /** Every expression of every panel of a dashboard. */
  static List<String> expressions(Path dashboard) {
    List<String> found = new ArrayList<>();
    for (JsonNode panel : Repository.json(dashboard).path("panels")) {
      panel.path("targets").forEach(target -> found.add(target.path("expr").asText()));
    }
    return found;
  }

  static List<String> rules() {
    return Repository.yaml(Repository.RULES).findValuesAsText("expr");
  }

  /** Names of the metrics in an expression, a histogram's parts under its own name. */
  static Set<String> metrics(String expression) {
    Set<String> names = new TreeSet<>();
    METRIC
        .matcher(expression)
        .results()
        .map(MatchResult::group)
        .map(Boards::family)
        .forEach(names::add);
    return names;
  }

  private static String family(String series) {
    return series.replaceFirst("_(bucket|sum|count)$", "");
  }
}
