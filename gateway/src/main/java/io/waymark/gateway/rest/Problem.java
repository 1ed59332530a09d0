package io.waymark.gateway.rest;

import io.waymark.refusals.Refusal;
import io.waymark.refusals.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not answered (RFC 9457).
 *
 * @param status the HTTP status
 * @param reason a stable word for programs, such as IDEMPOTENCY_KEY_REUSED
 * @param detail a sentence for a person
 * @param service the service that could not be reached or was too slow; empty for any other problem
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

  /** A problem without a service or faults. */
  public static Problem of(int status, String reason, String detail) {
    return new Problem(status, reason, detail, Optional.empty(), List.of(), Map.of());
  }

  /** A problem that this door found itself, to be said in the reader's language. */
  public static Problem of(int status, Refusal refusal) {
    return of(status, refusal, Optional.empty());
  }

  private static Problem of(int status, Refusal refusal, Optional<String> service) {
    return new Problem(
        status, refusal.reason(), refusal.toString(), service, List.of(), refusal.metadata());
  }

  static Problem invalid(List<Fault> faults) {
    return new Problem(
        400, "INVALID_ARGUMENT", sentence(faults), Optional.empty(), faults, Map.of());
  }

  /** A body that cannot be read at all. */
  static Problem malformed(Fault fault) {
    Refusal refusal = Refused.MALFORMED_JSON.with();
    return new Problem(
        400,
        refusal.reason(),
        refusal + ": " + fault,
        Optional.empty(),
        List.of(fault),
        refusal.metadata());
  }

  /** A service that cannot be reached. */
  public static Problem away(String service) {
    return of(503, Refused.UPSTREAM_UNAVAILABLE.with(service), Optional.of(service));
  }

  /** A service that did not answer in time. */
  static Problem late(String service) {
    return of(504, Refused.UPSTREAM_TOO_SLOW.with(service), Optional.of(service));
  }

  private static String sentence(List<Fault> faults) {
    String first = faults.getFirst().toString();
    return faults.size() == 1 ? first : first + " and %d more".formatted(faults.size() - 1);
  }
}
