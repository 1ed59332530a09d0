package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The last test takes a service away, so the order matters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsTest extends DoorTest {
  @Test
  @Order(1)
  void readyWhileEveryServiceIsThere() {
    await()
        .untilAsserted(
            () -> assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200));
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void requestsAreCountedByRouteAndStatus() {
    get("/api/v1/plans");
    get("/api/v1/nothing/at/all");

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains(
            "waymark_gateway_http_requests_total{method=\"GET\",route=\"/api/v1/plans\",status=\"200\"}")
        .contains(
            "waymark_gateway_http_requests_total{method=\"unknown\",route=\"unknown\",status=\"404\"}")
        .contains(
            "waymark_gateway_http_request_duration_seconds_bucket{route=\"/api/v1/plans\",le=\"0.005\"}")
        .contains("waymark_build_info{service=\"gateway\"")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  @Order(3)
  void aMetricsPageThatIsAwayIsAProblemThatNamesIt() {
    HttpResponse<String> response = get("/ops/indicator/metrics");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(json(response).get("service").getAsString()).isEqualTo("indicator");
  }

  @Test
  @Order(3)
  void theServicesMetricsAndGrafanaAreReachedThroughTheDoor() {
    assertThat(get("/ops/registry/metrics").body()).isEqualTo("asked for /metrics");
    assertThat(get("/grafana/d/plan?orgId=1").body())
        .isEqualTo("asked for /grafana/d/plan?orgId=1");
    assertThat(get("/grafana/d/plan").headers().firstValue("Content-Security-Policy")).isEmpty();
  }

  @Test
  @Order(4)
  void noOtherActuatorPageIsOpen() {
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get("/actuator/gateway/routes").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(5)
  void aServiceThatIsAwayIsNamedByReadinessAndByTheProblem() {
    city.stopAlerting();

    HttpResponse<String> response = get("/api/v1/alerts");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(json(response).get("service").getAsString()).isEqualTo("alerting");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();

    await()
        .untilAsserted(() -> {
          HttpResponse<String> ready = get("/actuator/health/readiness");
          assertThat(ready.statusCode()).isEqualTo(503);
          JsonObject upstreams =
              json(ready)
                  .getAsJsonObject("components")
                  .getAsJsonObject("upstreams")
                  .getAsJsonObject("components");
          assertThat(upstreams.getAsJsonObject("alerting").toString())
              .contains("cannot be reached");
          assertThat(upstreams.getAsJsonObject("registry").get("status").getAsString())
              .isEqualTo("UP");
        });
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/plans").statusCode()).isEqualTo(200);
  }
}
