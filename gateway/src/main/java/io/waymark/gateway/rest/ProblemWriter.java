package io.waymark.gateway.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes problems as application/problem+json. */
public final class ProblemWriter {
  private ProblemWriter() {}

  /** Answers a request with a problem. */
  public static void write(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = json(problem, request).toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 503) {
      response.setHeader("Retry-After", "5");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static JsonObject json(Problem problem, HttpServletRequest request) {
    JsonObject json = new JsonObject();
    json.addProperty(
        "type",
        "urn:waymark:problem:" + problem.reason().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.addProperty("title", Titles.of(problem.status(), request.getLocale()));
    json.addProperty("status", problem.status());
    json.addProperty("detail", problem.detail());
    json.addProperty("instance", request.getRequestURI());
    json.addProperty("reason", problem.reason());
    problem.service().ifPresent(service -> json.addProperty("service", service));
    JsonArray violations = new JsonArray();
    for (Fault fault : problem.faults()) {
      JsonObject violation = new JsonObject();
      violation.addProperty("field", fault.field());
      violation.addProperty("value", fault.value());
      violation.addProperty("expectation", fault.expectation());
      violations.add(violation);
    }
    if (!violations.isEmpty()) {
      json.add("violations", violations);
    }
    return json;
  }
}
