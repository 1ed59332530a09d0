package io.waymark.chassis.grpc;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.waymark.chassis.failure.Failure;
import io.waymark.outbox.Transience;
import io.waymark.refusals.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that maps failures to a gRPC status with typed details. */
public final class Statuses {
  private static final Logger log = LoggerFactory.getLogger(Statuses.class);
  private static final String DOMAIN = "waymark";

  // Trailers travel as headers, of which clients take 8 KiB: details in base64, the message with
  // nine bytes for a Chinese character.
  private static final int LONGEST = 100;
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
      return Failure.unavailable(Refused.PART_AWAY.with("database"), thrown);
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
      failure = Failure.internal();
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

  private static com.google.rpc.Status proto(Failure failure, Status status) {
    com.google.rpc.Status.Builder proto =
        com.google.rpc.Status.newBuilder()
            .setCode(status.getCode().value())
            .setMessage(description(failure))
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setReason(failure.reason())
                        .setDomain(DOMAIN)
                        .putAllMetadata(shortened(failure.metadata()))
                        .build()));
    new ViolationDetails(failure.violations()).addTo(proto);
    return proto.build();
  }

  private static Map<String, String> shortened(Map<String, String> metadata) {
    Map<String, String> told = new LinkedHashMap<>();
    metadata.forEach((name, value) ->
        told.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value));
    return told;
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
      case INTERNAL -> Status.INTERNAL;
    };
  }
}
