package io.waymark.chassis.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.waymark.chassis.failure.Failure;
import io.waymark.outbox.Transience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that maps failures to a gRPC status with typed details. */
public final class Statuses {
  private static final Logger log = LoggerFactory.getLogger(Statuses.class);
  private static final String DOMAIN = "waymark";

  private Statuses() {}

  /**
   * Finds the failure behind a throwable: itself, the database being away, or null if unforeseen.
   */
  public static Failure failureOf(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Failure failure) {
        return failure;
      }
    }
    if (Transience.isTransient(thrown)) {
      return Failure.unavailable("the database is away; try again", thrown);
    }
    throw new IllegalArgumentException(thrown);
  }

  /** The status of a throwable; details go into {@code trailers}. */
  public static Status of(Throwable thrown, Metadata trailers) {
    Failure failure;
    try {
      failure = failureOf(thrown);
    } catch (IllegalArgumentException unforeseen) {
      log.error("a call failed in a way that nobody foresaw", thrown);
      return Status.INTERNAL.withDescription("internal error; see the service's log");
    }
    Status status = code(failure.kind()).withDescription(failure.text());
    Metadata details = StatusProto.toStatusRuntimeException(proto(failure, status)).getTrailers();
    if (details != null) {
      trailers.merge(details);
    }
    return status;
  }

  private static com.google.rpc.Status proto(Failure failure, Status status) {
    com.google.rpc.Status.Builder proto =
        com.google.rpc.Status.newBuilder()
            .setCode(status.getCode().value())
            .setMessage(failure.text())
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder().setReason(failure.reason()).setDomain(DOMAIN).build()));
    if (!failure.violations().isEmpty()) {
      BadRequest.Builder bad = BadRequest.newBuilder();
      failure
          .violations()
          .forEach(v ->
              bad.addFieldViolationsBuilder()
                  .setField(v.field())
                  .setDescription(v.value() + " (expected: " + v.expectation() + ")"));
      proto.addDetails(Any.pack(bad.build()));
    }
    return proto.build();
  }

  private static Status code(Failure.Kind kind) {
    return switch (kind) {
      case INVALID -> Status.INVALID_ARGUMENT;
      case UNAUTHENTICATED -> Status.UNAUTHENTICATED;
      case NOT_YOURS -> Status.PERMISSION_DENIED;
      case NOT_FOUND -> Status.NOT_FOUND;
      case CONFLICT -> Status.ALREADY_EXISTS;
      case NOT_NOW -> Status.FAILED_PRECONDITION;
      case UNAVAILABLE -> Status.UNAVAILABLE;
    };
  }
}
