package io.waymark.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not answered (RFC 9457).
 *
 * @param status the HTTP status
 * @param reason a stable word for programs, such as IDEMPOTENCY_KEY_REUSED
 * @param detail a sentence for a person
 * @param service the service that could not be reached; empty for any other problem
 * @param faults every fault of an invalid request
 * @param metadata what belongs to the reason, by name
 */
public record Problem(
    int status,
    String reason,
    String detail,
    Optional<String> service,
    List<Fault> faults,
    Map<String, String> metadata) {
  /** Copies. */
  public Problem {
    faults = List.copyOf(faults);
    metadata = Map.copyOf(metadata);
  }

  Problem(int status, String reason, String detail, Optional<String> service, List<Fault> faults) {
    this(status, reason, detail, service, faults, Map.of());
  }

  /** A problem without a service or faults. */
  public static Problem of(int status, String reason, String detail) {
    return new Problem(status, reason, detail, Optional.empty(), List.of());
  }

  static Problem invalid(List<Fault> faults) {
    return new Problem(400, "INVALID_ARGUMENT", sentence(faults), Optional.empty(), faults);
  }

  /** A service that cannot be reached. */
  public static Problem away(String service) {
    return new Problem(
        503,
        "UPSTREAM_UNAVAILABLE",
        "The %s service cannot be reached; the request may be repeated with the same idempotency key."
            .formatted(service),
        Optional.of(service),
        List.of());
  }

  private static String sentence(List<Fault> faults) {
    String first = faults.getFirst().toString();
    return faults.size() == 1 ? first : first + " and %d more".formatted(faults.size() - 1);
  }
}
