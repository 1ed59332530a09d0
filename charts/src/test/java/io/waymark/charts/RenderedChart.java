package io.waymark.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Helm makes of the chart with one values file. */
record RenderedChart(List<JsonNode> resources) {

  static RenderedChart of(Path values) {
    String rendered =
        new Helm(Repository.CHART)
            .template()
            .withName("waymark")
            .withNamespace("plan")
            .withKubeVersion("1.31.0")
            .withValuesFile(values)
            .call();
    return new RenderedChart(Repository.documents(rendered));
  }

  /** The scenario of that name in the chart's {@code ci} folder. */
  static RenderedChart scenario(String name) {
    return of(Repository.CHART.resolve("ci/" + name + "-values.yaml"));
  }

  Stream<JsonNode> kind(String kind) {
    return resources.stream().filter(resource -> resource.path("kind").asText().equals(kind));
  }

  JsonNode named(String kind, String name) {
    return kind(kind)
        .filter(resource -> resource.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " named " + name));
  }

  JsonNode container(String deployment) {
    return named("Deployment", deployment).at("/spec/template/spec/containers/0");
  }

  /** The value of a setting as the process will see it: its own variable before the shared one. */
  String setting(String deployment, String variable) {
    return StreamSupport.stream(container(deployment).path("env").spliterator(), false)
        .filter(entry -> entry.path("name").asText().equals(variable))
        .reduce((first, second) -> second)
        .map(RenderedChart::valueOf)
        .orElseGet(() -> shared(variable));
  }

  private String shared(String variable) {
    return kind("ConfigMap")
        .map(map -> map.path("data").path(variable).asText())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String valueOf(JsonNode entry) {
    JsonNode secret = entry.at("/valueFrom/secretKeyRef");
    return secret.isMissingNode()
        ? entry.path("value").asText()
        : "secret " + secret.path("name").asText() + "/" + secret.path("key").asText();
  }
}
