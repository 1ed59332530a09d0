package io.waymark.gateway.rest;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in HTTP what a service said in gRPC. */
public final class StatusProblems {
  /** How the services describe a violation: {@code 130 (expected: 0..100)}. */
  private static final Pattern DESCRIPTION = Pattern.compile("(?s)(.*?)\\s*\\(expected: (.*)\\)");

  private StatusProblems() {}

  /** The problem behind a failed call. */
  public static Problem of(StatusRuntimeException failure, String service) {
    Status status = failure.getStatus();
    if (status.getCode() == Status.Code.UNAVAILABLE && status.getCause() != null) {
      return Problem.away(service);
    }
    String reason = status.getCode().name();
    List<Fault> faults = new ArrayList<>();
    for (Any detail : details(failure)) {
      reason = readReason(detail).orElse(reason);
      faults.addAll(readFaults(detail));
    }
    String said = Optional.ofNullable(status.getDescription()).orElse(reason);
    Optional<String> away =
        status.getCode() == Status.Code.UNAVAILABLE ? Optional.of(service) : Optional.empty();
    return new Problem(httpStatus(status.getCode()), reason, said, away, List.copyOf(faults));
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

  private static List<Any> details(StatusRuntimeException failure) {
    com.google.rpc.Status status = StatusProto.fromThrowable(failure);
    return status == null ? List.of() : status.getDetailsList();
  }

  private static Optional<String> readReason(Any detail) {
    try {
      return detail.is(ErrorInfo.class)
          ? Optional.of(detail.unpack(ErrorInfo.class).getReason())
              .filter(reason -> !reason.isEmpty())
          : Optional.empty();
    } catch (InvalidProtocolBufferException _) {
      return Optional.empty(); // A detail that cannot be read must not hide the status.
    }
  }

  private static List<Fault> readFaults(Any detail) {
    try {
      return detail.is(BadRequest.class)
          ? detail.unpack(BadRequest.class).getFieldViolationsList().stream()
              .map(StatusProblems::fault)
              .toList()
          : List.of();
    } catch (InvalidProtocolBufferException _) {
      return List.of();
    }
  }

  private static Fault fault(BadRequest.FieldViolation violation) {
    Matcher described = DESCRIPTION.matcher(violation.getDescription());
    return described.matches()
        ? new Fault(violation.getField(), described.group(1), described.group(2))
        : new Fault(violation.getField(), "", violation.getDescription());
  }
}
