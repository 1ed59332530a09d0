package io.waymark.gateway.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.refusals.RefusalWords;
import io.waymark.refusals.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

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
    RefusalWords words = RefusalWords.in(request.getLocale().getLanguage());
    JsonObject json = new JsonObject();
    json.addProperty(
        "type",
        "urn:waymark:problem:" + problem.reason().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.addProperty("title", Titles.of(problem.status(), request.getLocale()));
    json.addProperty("status", problem.status());
    json.addProperty("detail", detail(problem, words));
    json.addProperty("instance", request.getRequestURI());
    json.addProperty("reason", problem.reason());
    addMetadata(json, problem.metadata());
    problem.service().ifPresent(service -> json.addProperty("service", service));
    JsonArray violations = new JsonArray();
    problem.faults().forEach(fault -> violations.add(violation(fault, words)));
    if (!violations.isEmpty()) {
      json.add("violations", violations);
    }
    return json;
  }

  /** In the reader's language where the reason has words of it; what a service said otherwise. */
  private static String detail(Problem problem, RefusalWords words) {
    boolean byService =
        !problem.faults().isEmpty()
            && problem.faults().stream().noneMatch(fault -> fault.reason().isEmpty());
    if (!byService) {
      return words.refusal(problem.reason(), problem.metadata(), problem.detail());
    }
    Fault first = problem.faults().getFirst();
    String said =
        words.line(first.field(), words.violation(first.value(), expectation(first, words)));
    if (problem.reason().equals(Refused.MALFORMED_JSON.name())) {
      said = words.line(words.refusal(problem.reason(), problem.metadata(), ""), said);
    }
    int more = problem.faults().size() - 1;
    return more == 0 ? said : words.andMore(said, more);
  }

  private static String expectation(Fault fault, RefusalWords words) {
    return words.expectation(fault.reason(), fault.metadata(), fault.expectation());
  }

  private static JsonObject violation(Fault fault, RefusalWords words) {
    JsonObject violation = new JsonObject();
    violation.addProperty("field", fault.field());
    violation.addProperty("value", fault.value());
    violation.addProperty("expectation", expectation(fault, words));
    if (!fault.reason().isEmpty()) {
      violation.addProperty("reason", fault.reason());
    }
    addMetadata(violation, fault.metadata());
    return violation;
  }

  private static void addMetadata(JsonObject json, Map<String, String> metadata) {
    if (!metadata.isEmpty()) {
      JsonObject named = new JsonObject();
      metadata.forEach(named::addProperty);
      json.add("metadata", named);
    }
  }
}
