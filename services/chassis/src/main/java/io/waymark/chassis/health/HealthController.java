package io.waymark.chassis.health;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.waymark.refusals.Ailing;
import io.waymark.refusals.RefusalWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Liveness: the process answers. Readiness: every part that it needs is there, or which is not; a
 * part without which it can go on degrades.
 */
@Controller("/health")
final class HealthController {
  private static final String STATUS = "status";

  private final List<HealthCheck> checks;

  HealthController(List<HealthCheck> checks) {
    this.checks = checks;
  }

  @Get("/live")
  Map<String, String> live() {
    return Map.of(STATUS, "UP");
  }

  @Get("/ready")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<Map<String, Object>> ready(HttpRequest<?> request) {
    RefusalWords words = RefusalWords.in(request.getLocale().map(Locale::getLanguage).orElse("en"));
    List<Part> parts = checks.stream().map(Part::of).toList();
    boolean up = parts.stream().noneMatch(part -> part.status().equals("DOWN"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(STATUS, up ? "UP" : "DOWN");
    body.put("parts", parts.stream().map(part -> part.shown(words)).toList());
    return HttpResponse.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(body);
  }

  /** A part as it stands: UP, DEGRADED (the service goes on without it) or DOWN. */
  private record Part(String name, String status, String cause) {
    static Part of(HealthCheck check) {
      return check
          .problem()
          .map(cause -> new Part(check.name(), check.essential() ? "DOWN" : "DEGRADED", cause))
          .orElseGet(() -> new Part(check.name(), "UP", ""));
    }

    /** The cause as it came, and for a person the reason in the language that was asked for. */
    Map<String, String> shown(RefusalWords words) {
      Map<String, String> part = new LinkedHashMap<>();
      part.put("name", name);
      part.put(STATUS, status);
      if (!cause.isEmpty()) {
        part.put("cause", cause);
        String reason = Ailing.of(name).map(Ailing::name).orElse("NOT_READY");
        part.put("reason", reason);
        part.put("text", words.ailing(reason, Map.of("cause", cause), cause));
      }
      return part;
    }
  }
}
