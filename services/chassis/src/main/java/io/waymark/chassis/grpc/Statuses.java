package io.waymark.chassis.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.outbox.Transience;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that maps failures to a gRPC status with typed details. */
public final class Statuses {
  private static final Logger log = LoggerFactory.getLogger(Statuses.class);
  private static final String DOMAIN = "waymark";

  // Trailers travel as headers, of which clients take 8 KiB: details in base64, the message with
  // nine bytes for a Chinese character.
  private static final int DETAIL_BYTES = 2500;
  private static final int MESSAGE_BYTES = 1800;

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
    Status status = code(failure.kind()).withDescription(description(failure));
    Metadata details = StatusProto.toStatusRuntimeException(proto(failure, status)).getTrailers();
    if (details != null) {
      trailers.merge(details);
    }
    return status;
  }

  private static String description(Failure failure) {
    String text = failure.text();
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += text.charAt(i) < 128 ? 1 : 9;
      if (bytes > MESSAGE_BYTES) {
        return text.substring(0, i) + "…";
      }
    }
    return text;
  }

  /** As many violations as fit; the last one says how many did not. */
  private static BadRequest badRequest(List<Violation> violations) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    int bytes = 0;
    for (Violation violation : violations) {
      FieldViolation next =
          FieldViolation.newBuilder()
              .setField(violation.field())
              .setDescription(violation.value() + " (expected: " + violation.expectation() + ")")
              .build();
      bytes += next.getSerializedSize();
      if (bytes > DETAIL_BYTES) {
        int more = violations.size() - bad.getFieldViolationsCount();
        return bad.addFieldViolations(
                FieldViolation.newBuilder().setField("…").setDescription(more + " more violations"))
            .build();
      }
      bad.addFieldViolations(next);
    }
    return bad.build();
  }

  private static com.google.rpc.Status proto(Failure failure, Status status) {
    com.google.rpc.Status.Builder proto =
        com.google.rpc.Status.newBuilder()
            .setCode(status.getCode().value())
            .setMessage(description(failure))
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder().setReason(failure.reason()).setDomain(DOMAIN).build()));
    if (!failure.violations().isEmpty()) {
      proto.addDetails(Any.pack(badRequest(failure.violations())));
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
      case TOO_LATE -> Status.DEADLINE_EXCEEDED;
      case UNAVAILABLE -> Status.UNAVAILABLE;
    };
  }
}
