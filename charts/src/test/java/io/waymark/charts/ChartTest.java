package io.waymark.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

  @Test
  void theChartHasNothingToComplainOf() {
    LintResult result = new Helm(Repository.CHART).lint().strict().call();
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "external-kafka", "full"})
  void everyPartRunsWithoutRightsAndSaysWhetherItIsReady(String scenario) {
    var chart = RenderedChart.scenario(scenario);

    assertThat(chart.kind("Deployment")).hasSize(4);
    chart.kind("Deployment").forEach(ChartTest::runsWithoutRights);
    chart.kind("Deployment").forEach(ChartTest::isProbed);
    assertThat(chart.kind("Service")).hasSize(4);
    assertThat(chart.kind("PodDisruptionBudget")).hasSize(4);
  }

  private static void runsWithoutRights(JsonNode deployment) {
    JsonNode pod = deployment.at("/spec/template/spec");
    JsonNode rights = pod.at("/containers/0/securityContext");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(pod.at("/containers/0/resources/limits/memory").asText()).endsWith("Mi");
  }

  private static void isProbed(JsonNode deployment) {
    JsonNode container = deployment.at("/spec/template/spec/containers/0");
    boolean gateway = container.path("name").asText().equals("gateway");
    assertThat(container.at("/livenessProbe/httpGet/path").asText())
        .isEqualTo(gateway ? "/actuator/health/liveness" : "/health/live");
    assertThat(container.at("/readinessProbe/httpGet/path").asText())
        .isEqualTo(gateway ? "/actuator/health/readiness" : "/health/ready");
    assertThat(container.at("/readinessProbe/httpGet/port").asText())
        .isEqualTo(gateway ? "http" : "management");
  }

  @Test
  void aServiceFindsItsOwnDatabaseAndItsPasswordInASecret() {
    var chart = RenderedChart.scenario("external-kafka");

    assertThat(chart.setting("waymark-indicator", "WAYMARK_DATABASE_URL"))
        .isEqualTo("jdbc:postgresql://db.internal.example:6432/indicator?sslmode=verify-full");
    assertThat(chart.setting("waymark-indicator", "WAYMARK_DATABASE_PASSWORD"))
        .isEqualTo("secret db-credentials/waymark");
    assertThat(chart.setting("waymark-registry", "WAYMARK_KAFKA_BOOTSTRAP"))
        .startsWith("kafka-0.internal.example:9093,")
        .endsWith(",kafka-2.internal.example:9093");
  }

  @Test
  void onlyTheMailerKnowsTheMailServer() {
    var chart = RenderedChart.scenario("external-kafka");

    assertThat(chart.setting("waymark-alerting", "WAYMARK_SMTP_TLS")).isEqualTo("starttls");
    assertThat(chart.setting("waymark-alerting", "WAYMARK_SMTP_PASSWORD"))
        .isEqualTo("secret mail-login/password");
    assertThat(chart.setting("waymark-alerting", "WAYMARK_SMTP_CONNECTIONS")).isEqualTo("2");
    assertThat(chart.setting("waymark-alerting", "WAYMARK_SMTP_PER_MINUTE")).isEqualTo("60");
    assertThat(chart.setting("waymark-alerting", "WAYMARK_SMTP_CA"))
        .isEqualTo("/etc/waymark/smtp/ca.pem");
    assertThat(chart.setting("waymark-alerting", "WAYMARK_CHANNELS"))
        .isEqualTo("/etc/waymark/channels/channels.yaml");
    assertThat(
            chart.container("waymark-alerting").path("volumeMounts").findValuesAsText("mountPath"))
        .contains("/etc/waymark/smtp", "/etc/waymark/channels");
    assertThat(
            chart.container("waymark-registry").path("volumeMounts").findValuesAsText("mountPath"))
        .doesNotContain("/etc/waymark/smtp", "/etc/waymark/channels");
    assertThat(chart.setting("waymark-registry", "WAYMARK_SMTP_HOST")).isEmpty();
    assertThat(RenderedChart.scenario("minimal").setting("waymark-alerting", "WAYMARK_SMTP_USER"))
        .isEmpty();
  }

  @Test
  void theGatewayFindsEveryServiceByItsName() {
    var chart = RenderedChart.scenario("full");

    for (String service : List.of("registry", "indicator", "alerting")) {
      String address =
          chart.setting("plan-gateway", "WAYMARK_" + service.toUpperCase(Locale.ROOT) + "_ADDRESS");
      JsonNode ports = chart.named("Service", "plan-" + service).at("/spec/ports");
      assertThat(address).isEqualTo("plan-" + service + ":" + ports.get(0).path("port").asInt());
    }
    assertThat(chart.setting("plan-gateway", "WAYMARK_GATEWAY_TOKEN"))
        .isEqualTo("secret waymark-tokens/gateway-token");
  }

  @Test
  void aServiceWithoutItsBrokerIsStillFoundByTheGateway() {
    var chart = RenderedChart.scenario("minimal");

    for (String service : List.of("registry", "indicator", "alerting")) {
      JsonNode spec = chart.named("Service", "waymark-" + service).path("spec");
      assertThat(spec.path("publishNotReadyAddresses").asBoolean()).as(service).isTrue();
      assertThat(spec.path("clusterIP").asText()).as(service).isEqualTo("None");
    }
  }

  @Test
  void theDoorStaysOpenWhileOneServiceIsAway() {
    assertThat(
            RenderedChart.scenario("minimal")
                .setting("waymark-gateway", "MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE"))
        .isEqualTo("readinessState");
  }

  @Test
  void aPartsOwnSettingWinsOverTheSharedOne() {
    var chart = RenderedChart.scenario("full");

    assertThat(chart.setting("plan-indicator", "WAYMARK_LOG_FORMAT")).isEqualTo("text");
    assertThat(chart.setting("plan-registry", "WAYMARK_LOG_FORMAT")).isEqualTo("json");
  }

  @Test
  void nothingOptionalIsThereUnlessAskedFor() {
    var chart = RenderedChart.scenario("minimal");

    for (String kind :
        List.of(
            "Ingress",
            "NetworkPolicy",
            "ServiceMonitor",
            "PrometheusRule",
            "HorizontalPodAutoscaler")) {
      assertThat(chart.kind(kind)).as(kind).isEmpty();
    }
  }

  @Test
  void onlyTheGatewayMaySpeakToAService() {
    var chart = RenderedChart.scenario("full");

    JsonNode ingress = chart.named("NetworkPolicy", "plan-registry").at("/spec/ingress");
    assertThat(
            ingress.at("/0/from/0/podSelector/matchLabels/app.kubernetes.io~1component").asText())
        .isEqualTo("gateway");
    assertThat(ingress.at("/0/ports/0/port").asText()).isEqualTo("grpc");
    assertThat(
            ingress
                .at("/1/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                .asText())
        .isEqualTo("observe");
  }

  @Test
  void theOperatorGetsTheSameRulesAndDashboardsAsEveryoneElse() {
    var chart = RenderedChart.scenario("full");

    assertThat(chart.named("PrometheusRule", "plan").at("/spec/groups"))
        .isEqualTo(Repository.yaml(Repository.RULES).path("groups"));
    JsonNode boards = chart.named("ConfigMap", "plan-dashboards").path("data");
    assertThat(boards.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("waymark-business.json", "waymark-system.json");
    assertThat(boards.path("waymark-system.json").asText())
        .isEqualTo(Repository.text(Repository.CHART.resolve("dashboards/waymark-system.json")));
    assertThat(chart.kind("ServiceMonitor")).hasSize(4);
  }

  @Test
  void anAutoscaledGatewayStatesNoReplicasOfItsOwn() {
    assertThat(
            RenderedChart.scenario("full")
                .named("Deployment", "plan-gateway")
                .at("/spec/replicas")
                .isMissingNode())
        .isTrue();
    assertThat(
            RenderedChart.scenario("minimal")
                .named("Deployment", "waymark-gateway")
                .at("/spec/replicas")
                .asInt())
        .isEqualTo(2);
  }
}
