package io.waymark.gateway.rest;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.refusals.Refused;
import io.waymark.refusals.wire.Told;
import java.util.Optional;

/** Says in HTTP what a service said in gRPC. */
public final class StatusProblems {
  private StatusProblems() {}

  /** The problem behind a failed call. */
  public static Problem of(StatusRuntimeException failure, String service) {
    Status status = failure.getStatus();
    if (status.getCode() == Status.Code.UNAVAILABLE && status.getCause() != null) {
      return Problem.away(service);
    }
    Told told = Told.of(failure);
    Optional<Problem> ours =
        told.reason().isEmpty() ? withoutReason(status.getCode(), service) : Optional.empty();
    return ours.orElseGet(() -> said(told, status, service));
  }

  /** What gRPC itself ends a call with has no reason of ours, and a person no use for its words. */
  private static Optional<Problem> withoutReason(Status.Code code, String service) {
    return switch (code) {
      case UNAVAILABLE -> Optional.of(Problem.away(service));
      case DEADLINE_EXCEEDED -> Optional.of(Problem.late(service));
      case RESOURCE_EXHAUSTED ->
          Optional.of(Problem.of(httpStatus(code), Refused.ANSWER_TOO_LARGE.with()));
      case UNIMPLEMENTED ->
          Optional.of(Problem.of(httpStatus(code), Refused.METHOD_UNKNOWN.with(service)));
      default -> Optional.empty();
    };
  }

  private static Problem said(Told told, Status status, String service) {
    String reason = told.reason().isEmpty() ? status.getCode().name() : told.reason();
    Optional<String> away =
        status.getCode() == Status.Code.UNAVAILABLE ? Optional.of(service) : Optional.empty();
    return new Problem(
        httpStatus(status.getCode()),
        reason,
        told.message().isEmpty() ? reason : told.message(),
        away,
        told.faults().stream().map(StatusProblems::fault).toList(),
        told.metadata());
  }

  static int httpStatus(Status.Code code) {
    return switch (code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> 499;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
    };
  }

  private static Fault fault(Told.Fault told) {
    return new Fault(
        told.field(), told.value(), told.expectation(), told.reason(), told.metadata());
  }
}
