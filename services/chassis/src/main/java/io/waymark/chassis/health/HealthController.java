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

/** Liveness: the process answers. Readiness: every part that it needs is there, or which is not. */
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
    List<Map<String, String>> parts = checks.stream().map(HealthController::part).toList();
    boolean up = parts.stream().allMatch(part -> "UP".equals(part.get(STATUS)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(STATUS, up ? "UP" : "DOWN");
    body.put("parts", parts);
    return HttpResponse.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(body);
  }

  private static Map<String, String> part(HealthCheck check) {
    Map<String, String> part = new LinkedHashMap<>();
    part.put("name", check.name());
    check
        .problem()
        .ifPresentOrElse(
            cause -> {
              part.put(STATUS, "DOWN");
              part.put("cause", cause);
            },
            () -> part.put(STATUS, "UP"));
    return part;
  }
}
