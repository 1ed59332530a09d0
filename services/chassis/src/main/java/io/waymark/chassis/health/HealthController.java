package io.waymark.chassis.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
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
  HttpResponse<Map<String, Object>> ready() {
    List<Part> parts = checks.stream().map(Part::of).toList();
    boolean up = parts.stream().noneMatch(part -> part.status().equals("DOWN"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(STATUS, up ? "UP" : "DOWN");
    body.put("parts", parts.stream().map(Part::shown).toList());
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

    Map<String, String> shown() {
      Map<String, String> part = new LinkedHashMap<>();
      part.put("name", name);
      part.put(STATUS, status);
      if (!cause.isEmpty()) {
        part.put("cause", cause);
      }
      return part;
    }
  }
}
