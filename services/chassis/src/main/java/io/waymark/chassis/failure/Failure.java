package io.waymark.chassis.failure;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command that was refused, or that could not be carried out. The transport turns it into a
 * status in one place.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure; each has one gRPC status. */
  public enum Kind {
    /** The command itself is wrong: INVALID_ARGUMENT with every violation. */
    INVALID,
    /** No valid token: UNAUTHENTICATED. */
    UNAUTHENTICATED,
    /** It belongs to someone else, or may not be known to exist: PERMISSION_DENIED. */
    NOT_YOURS,
    /** Nothing of that name: NOT_FOUND. */
    NOT_FOUND,
    /** The key was used for something else: ALREADY_EXISTS. */
    CONFLICT,
    /** The present state forbids it: FAILED_PRECONDITION. */
    NOT_NOW,
    /** The caller's deadline passed before it was started: DEADLINE_EXCEEDED. */
    TOO_LATE,
    /** A part that is needed is away: UNAVAILABLE; trying again may help. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String reason;
  private final transient List<Violation> violations;

  private Failure(
      Kind kind,
      String reason,
      String message,
      List<Violation> violations,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.reason = reason;
    this.violations = List.copyOf(violations);
  }

  /** The command itself is wrong; names every violation. */
  public static Failure invalid(List<Violation> violations) {
    String message = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return new Failure(Kind.INVALID, "INVALID", message, violations, null);
  }

  /** The command itself is wrong in one place. */
  public static Failure invalid(String field, String value, String expectation) {
    return invalid(List.of(new Violation(field, value, expectation)));
  }

  /** There is no valid token. */
  public static Failure unauthenticated(String message) {
    return new Failure(Kind.UNAUTHENTICATED, "TOKEN_INVALID", message, List.of(), null);
  }

  /**
   * The thing belongs to someone else, whether or not it exists.
   *
   * @param reason stable, for example "PROJECT_NOT_YOURS"
   */
  public static Failure notYours(String reason, String message) {
    return new Failure(Kind.NOT_YOURS, reason, message, List.of(), null);
  }

  /** There is nothing of that name. */
  public static Failure notFound(String what) {
    return new Failure(Kind.NOT_FOUND, "NOT_FOUND", what + " not found", List.of(), null);
  }

  /**
   * The key was used for something else.
   *
   * @param reason stable, for example "IDEMPOTENCY_KEY_REUSED"
   */
  public static Failure conflict(String reason, String message) {
    return new Failure(Kind.CONFLICT, reason, message, List.of(), null);
  }

  /** The present state forbids it. */
  public static Failure notNow(String reason, String message) {
    return new Failure(Kind.NOT_NOW, reason, message, List.of(), null);
  }

  /** The caller's deadline passed, or the caller went away, before the command was started. */
  public static Failure tooLate(String message) {
    return new Failure(Kind.TOO_LATE, "DEADLINE_PASSED", message, List.of(), null);
  }

  /** A part that is needed is away. */
  public static Failure unavailable(String message, @Nullable Throwable cause) {
    return new Failure(Kind.UNAVAILABLE, "PART_AWAY", message, List.of(), cause);
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** A stable word for programs, for example "IDEMPOTENCY_KEY_REUSED". */
  public String reason() {
    return reason;
  }

  /** Every violation; empty unless the kind is INVALID. */
  public List<Violation> violations() {
    return violations;
  }

  /** The message, never absent. */
  public String text() {
    String message = getMessage();
    return message == null ? reason : message;
  }
}
