package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RestDoorTest extends DoorTest {
  private static final String REPORTS =
      "/api/v1/plans/wuhan-15/projects/metro-line-11-phase-4/reports";

  @Test
  void readingNeedsNoTokenBecauseTheGatewayReadsWithItsOwn() {
    HttpResponse<String> response = get("/api/v1/plans");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("today").getAsString()).isEqualTo("2027-06-30");
    assertThat(city.seen().header("authorization")).contains("Bearer read-only-token");
    assertThat(city.seen().header("x-waymark-channel")).contains("rest");
    assertThat(city.seen().secondsLeft())
        .hasValueSatisfying(left -> assertThat(left).isBetween(1L, 15L));
  }

  @Test
  void theCallersTokenAndTraceGoOnAsTheyCame() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    get("/api/v1/plans", "Authorization", "Bearer mine", "traceparent", trace);

    assertThat(city.seen().header("authorization")).contains("Bearer mine");
    assertThat(city.seen().header("traceparent")).contains(trace);
  }

  @Test
  void lightsAreFilteredByShortOrFullNamesInAnyCase() {
    JsonObject found =
        json(
            get(
                "/api/v1/plans/wuhan-15/judgements?lights=off_track&lights=LIGHT_AT_RISK&kind=Target&page_size=2000"));

    assertThat(found.getAsJsonArray("judgements"))
        .isNotEmpty()
        .allSatisfy(one ->
            assertThat(one.getAsJsonObject().getAsJsonObject("lights").get("overall").getAsString())
                .isIn("LIGHT_OFF_TRACK", "LIGHT_AT_RISK"));
  }

  @Test
  void everyFaultOfAQueryIsNamed() {
    HttpResponse<String> response =
        get("/api/v1/plans/wuhan-15/judgements?lights=green&page_size=many&colour=red");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(violations(response))
        .extracting(one -> text(one, "field") + "=" + text(one, "value"))
        .containsExactlyInAnyOrder("lights[0]=green", "page_size=many", "colour=red");
    assertThat(violations(response))
        .extracting(one -> text(one, "expectation"))
        .contains("one of ahead, on_track, at_risk, off_track, unknown, suspended");
  }

  @Test
  void aReportIsPassedOnWithItsPathVariablesAndItsKeyFromTheHeader() {
    HttpResponse<String> response =
        post(
            REPORTS,
            """
            {"as_of": "2027-06-30", "percentComplete": 24.5, "invested_to_date": 31.50, "phase": "building"}
            """,
            "bureau-token",
            "Idempotency-Key",
            "key-1");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("report_id").getAsString()).isEqualTo("r7");
    var seen = city.registry().lastReport();
    assertThat(seen.getProjectId()).isEqualTo("metro-line-11-phase-4");
    assertThat(seen.getIdempotencyKey()).isEqualTo("key-1");
    assertThat(seen.getInvestedToDate()).isEqualTo("31.50");
    assertThat(seen.getPercentComplete()).isEqualTo(24.5);
    assertThat(city.seen().header("authorization")).contains("Bearer bureau-token");
  }

  @Test
  void reportingWithoutATokenIsRefused() {
    HttpResponse<String> response = post(REPORTS, "{}", null);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(json(response).get("reason").getAsString()).isEqualTo("UNAUTHENTICATED");
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void aPreviewIsAskedByPostAndNeedsNoToken() {
    String facts =
        """
        {"facts": {"honesty": [{"kind": "DUTY_SUBJECT_PROJECT", "subject_id": "a", "reports": 6}], "origin": "board"}}
        """;
    HttpResponse<String> preview = post("/api/v1/plans/wuhan-15/evaluation", facts, null);
    HttpResponse<String> freeze = post("/api/v1/plans/wuhan-15/snapshots", "{}", null);

    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(json(preview).getAsJsonObject("evaluation").get("facts_count").getAsInt())
        .isEqualTo(1);
    assertThat(city.seen().header("authorization")).contains("Bearer read-only-token");
    assertThat(preview.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(freeze.statusCode()).isEqualTo(401);
  }

  @Test
  void everyViolationOfTheServiceReachesTheCaller() {
    HttpResponse<String> response =
        post(REPORTS, "{\"percent_complete\": 130, \"as_of\": \"2099-01-01\"}", "t");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(violations(response)).hasSize(2);
    assertThat(text(violations(response).get(0), "field")).isEqualTo("percent_complete");
    assertThat(text(violations(response).get(0), "value")).isEqualTo("130.0");
    assertThat(text(violations(response).get(0), "expectation")).isEqualTo("0..100");
  }

  @Test
  void whatAServiceRefusesIsSaidInTheReadersLanguage() {
    String wrong = "{\"percent_complete\": 130, \"as_of\": \"2099-01-01\"}";
    HttpResponse<String> response = post(REPORTS, wrong, "t", "Accept-Language", "zh-CN");

    assertThat(json(response).get("detail").getAsString())
        .isEqualTo("percent_complete：130.0（应为：0 到 100）；另有 1 处");
    JsonObject second = violations(response).get(1).getAsJsonObject();
    assertThat(text(second, "expectation")).isEqualTo("不晚于 2027-06-30");
    assertThat(text(second, "reason")).isEqualTo("NOT_AFTER");
    assertThat(text(second.getAsJsonObject("metadata"), "day")).isEqualTo("2027-06-30");

    HttpResponse<String> reused =
        post(REPORTS, "{\"idempotency_key\": \"used\"}", "t", "Accept-Language", "zh-CN");
    assertThat(json(reused).get("detail").getAsString())
        .isEqualTo("幂等键 used 已用于另一请求（应为：单位 transport 上次用它发送的内容，或新的幂等键）");
  }

  @Test
  void aReusedKeyIsAConflictWithItsReason() {
    HttpResponse<String> response = post(REPORTS, "{\"idempotency_key\": \"used\"}", "t");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(json(response).get("reason").getAsString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void everyFaultOfABodyIsNamedByItsField() {
    HttpResponse<String> response =
        post(
            REPORTS,
            "{\"percent_complete\": \"much\", \"phase\": \"PHASE_DONE\", \"as_of\": {}, \"speed\": 1, \"project_id\": \"x\"}",
            "t");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(violations(response))
        .extracting(one -> text(one, "field"))
        .containsExactlyInAnyOrder("percent_complete", "phase", "as_of", "speed", "project_id");
  }

  @Test
  void brokenJsonIsNamedByItsPlace() {
    HttpResponse<String> response =
        post(REPORTS, "{\"as_of\": \"2027-06-30\",\n \"percent_complete\": }", "t");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("reason").getAsString()).isEqualTo("MALFORMED_JSON");
    assertThat(text(violations(response).get(0), "value")).startsWith("\"percent_complete\":");
    assertThat(json(response).get("detail").getAsString())
        .startsWith("the body cannot be read: body: \"percent_complete\": ")
        .contains("(expected: JSON (RFC 8259), which breaks at line 2 column ");
  }

  @Test
  void brokenUtf8IsNamedByItsByte() {
    HttpRequest request =
        request(REPORTS)
            .header("Authorization", "Bearer t")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new byte[] {'{', '"', (byte) 0xc3, '"', '}'}))
            .build();

    HttpResponse<String> response = send(request);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(text(violations(response).get(0), "expectation"))
        .isEqualTo("UTF-8, which breaks at byte 2");
  }

  @Test
  void aBodyBeyondFourMebibytesIsTooLarge() {
    String body = "{\"obstacle\": \"" + "x".repeat(4 << 20) + "\"}";

    assertThat(post(REPORTS, body, "t").statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyOfThreeMebibytesIsPassedOn() {
    String body =
        "{\"idempotency_key\": \"large\", \"obstacle\": \"%s\"}".formatted("x".repeat(3 << 20));

    HttpResponse<String> response = post(REPORTS, body, "t");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void ofLargeBodiesTwoAreReadAtOnceAndTheNextIsToldToComeBack() throws IOException {
    String large = "{\"idempotency_key\": \"l\", \"obstacle\": \"" + "x".repeat(2 << 20) + "\"}";
    try (Socket first = stalled();
        Socket second = stalled()) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      await().until(() -> post(REPORTS, large, "t").statusCode() == 503);

      HttpResponse<String> response = post(REPORTS, large, "t", "Accept-Language", "zh-CN");
      assertThat(json(response).get("reason").getAsString()).isEqualTo("BUSY");
      assertThat(json(response).get("detail").getAsString()).isEqualTo("正在读取其他较大的请求，请几秒后再试");
      assertThat(post(REPORTS, "{\"idempotency_key\": \"small\"}", "t").statusCode())
          .isEqualTo(200);
    }
    await().until(() -> post(REPORTS, large, "t").statusCode() == 200);
  }

  /** A caller who stops in the middle of a body of two mebibytes. */
  private static Socket stalled() throws IOException {
    Socket socket = new Socket("localhost", httpPort());
    OutputStream out = socket.getOutputStream();
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(REPORTS, 2 << 20);
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[(1 << 20) + 1]);
    out.flush();
    return socket;
  }

  @Test
  void anUnknownRouteIsAProblemInTheReadersLanguage() {
    HttpResponse<String> response = get("/api/v1/nothing", "Accept-Language", "zh-CN");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).get("title").getAsString()).isEqualTo("没有找到");
  }

  @Test
  void aKnownPathWithAnotherVerbSaysWhichVerbItTakes() {
    HttpResponse<String> response = send(request("/api/v1/plans").DELETE().build());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void anUnchangedAnswerMovesNoBytes() {
    HttpResponse<String> first = get("/api/v1/plans/wuhan-15/overview");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> second = get("/api/v1/plans/wuhan-15/overview", "If-None-Match", tag);

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void aThingThatDoesNotExistIsNotFound() {
    HttpResponse<String> response = get("/api/v1/plans/wuhan-15/judgements/no-such-subject");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).get("reason").getAsString()).isEqualTo("SUBJECT_NOT_FOUND");
  }

  private static JsonArray violations(HttpResponse<String> response) {
    return json(response).getAsJsonArray("violations");
  }

  private static String text(JsonElement object, String name) {
    return object.getAsJsonObject().get(name).getAsString();
  }
}
