package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.refusals.wire.Saying;
import io.waymark.refusals.wire.Told;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway refuses by itself: one reason for programs, words of the reader's language. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SaidInBothLanguagesTest extends DoorTest {
  private static final String REPORTS =
      "/api/v1/plans/wuhan-15/projects/metro-line-11-phase-4/reports";

  @ParameterizedTest
  @Order(1)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"as_of": | MALFORMED_JSON | the body cannot be read: body: {"as_of": (expected: the rest of the JSON object) | 请求内容无法读取：body：{"as_of":（应为：JSON 对象的其余部分）
          [1]       | MALFORMED_JSON | the body cannot be read: body: [1] (expected: a JSON object) | 请求内容无法读取：body：[1]（应为：JSON 对象）
          {} {}     | MALFORMED_JSON | the body cannot be read: body: {} {} (expected: one JSON object and nothing after it) | 请求内容无法读取：body：{} {}（应为：一个 JSON 对象，其后没有其他内容）
          {"as_of": }  | MALFORMED_JSON | the body cannot be read: body: {"as_of": } (expected: JSON (RFC 8259), which breaks at line 1 column 11) | 请求内容无法读取：body：{"as_of": }（应为：JSON（RFC 8259），第 1 行第 11 列处有误）
          {"percent_complete": []} | INVALID_ARGUMENT | percent_complete: [] (expected: a decimal number) | percent_complete：[]（应为：数字）
          {"project_id": "x"} | INVALID_ARGUMENT | project_id: x (expected: metro-line-11-phase-4, as in the path) | project_id：x（应为：metro-line-11-phase-4，与地址中的一致）
          """)
  void whatIsWrongWithABody(String body, String reason, String english, String chinese) {
    saidInBoth(
        language -> post(REPORTS, body, "t", "Accept-Language", language),
        400,
        reason,
        english,
        chinese);
  }

  @Test
  @Order(2)
  void whatIsWrongWithARequest() {
    saidInBoth(
        language -> get("/api/v1/nothing", "Accept-Language", language),
        404,
        "NO_SUCH_ROUTE",
        "nothing is served at this address; see /api/v1/openapi.json",
        "该地址没有内容，可用的地址见 /api/v1/openapi.json");
    saidInBoth(
        language ->
            send(request("/api/v1/plans").header("Accept-Language", language).DELETE().build()),
        405,
        "METHOD_NOT_ALLOWED",
        "method: DELETE (expected: GET)",
        "请求方法为 DELETE（应为：GET）");
    saidInBoth(
        language -> post(REPORTS, " ".repeat((4 << 20) + 1), "t", "Accept-Language", language),
        413,
        "BODY_TOO_LARGE",
        "the body is larger than 4194304 bytes",
        "请求内容超过 4194304 字节");
    saidInBoth(
        language -> post(REPORTS, "{}", null, "Accept-Language", language),
        401,
        "UNAUTHENTICATED",
        "Authorization: nothing (expected: Bearer and a token)",
        "没有令牌（应为：Authorization 头，Bearer 加令牌）");
    saidInBoth(
        language ->
            send(
                request(REPORTS)
                    .headers("Authorization", "Bearer t", "Accept-Language", language)
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofString("a,b"))
                    .build()),
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "Content-Type: text/csv (expected: application/json)",
        "Content-Type 为 text/csv（应为：application/json）");
  }

  @Test
  @Order(3)
  void aServiceThatIsAway() {
    city.stopAlerting();

    saidInBoth(
        language -> get("/api/v1/alerts", "Accept-Language", language),
        503,
        "UPSTREAM_UNAVAILABLE",
        "the alerting service cannot be reached; the request may be repeated with the same idempotency key",
        "预警服务暂时连不上，可用原来的幂等键重新提交");
    await().until(() -> get("/actuator/health/readiness").body().contains("SERVICE_UNREACHABLE"));
    assertThat(alertingCause("en")).startsWith("the alerting service cannot be reached at ");
    assertThat(alertingCause("zh-CN")).startsWith("预警服务连不上，地址 ");
  }

  @Test
  @Order(4)
  void aServiceThatIsAwayIsNamedToCallersOfGrpcToo() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", grpcPort()).usePlaintext().build();
    try {
      var alerting = AlertingServiceGrpc.newBlockingStub(channel);
      Told told =
          Told.of(
              Assertions.catchThrowableOfType(
                  StatusRuntimeException.class,
                  () -> alerting.listAlerts(ListAlertsRequest.getDefaultInstance())));

      assertThat(told.reason()).isEqualTo("UPSTREAM_UNAVAILABLE");
      assertThat(Saying.in("zh").sentence(told)).startsWith("预警服务暂时连不上");
    } finally {
      channel.shutdownNow();
    }
  }

  private static String alertingCause(String language) {
    JsonObject details =
        json(get("/actuator/health/readiness", "Accept-Language", language))
            .getAsJsonObject("components")
            .getAsJsonObject("upstreams")
            .getAsJsonObject("components")
            .getAsJsonObject("alerting")
            .getAsJsonObject("details");
    assertThat(details.get("reason").getAsString()).isEqualTo("SERVICE_UNREACHABLE");
    return details.get("cause").getAsString();
  }

  private interface Asking {
    HttpResponse<String> in(String language);
  }

  private static void saidInBoth(
      Asking asking, int status, String reason, String english, String chinese) {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      HttpResponse<String> response = asking.in(language.toLanguageTag());
      JsonObject problem = json(response);
      assertThat(response.statusCode()).as(reason).isEqualTo(status);
      assertThat(problem.get("reason").getAsString()).isEqualTo(reason);
      assertThat(problem.get("detail").getAsString())
          .isEqualTo(language.equals(Locale.ENGLISH) ? english : chinese);
    }
  }
}
