package io.waymark.chassis.failure;

import io.waymark.refusals.Expectation;
import io.waymark.refusals.Refusal;
import io.waymark.refusals.Refused;
import java.util.List;
import java.util.Map;
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
    UNAVAILABLE,
    /** Nobody foresaw it: INTERNAL; the log tells more. */
    INTERNAL
  }

  private final Kind kind;
  private final transient Refusal refusal;
  private final transient List<Violation> violations;

  private Failure(
      Kind kind,
      Refusal refusal,
      String message,
      List<Violation> violations,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.refusal = refusal;
    this.violations = List.copyOf(violations);
  }

  private static Failure of(Kind kind, Refusal refusal) {
    return new Failure(kind, refusal, refusal.toString(), List.of(), null);
  }

  /** The command itself is wrong; names every violation. */
  public static Failure invalid(List<Violation> violations) {
    String message = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    return new Failure(Kind.INVALID, Refused.INVALID.with(), message, violations, null);
  }

  /** The command itself is wrong in one place. */
  public static Failure invalid(String field, String value, Expectation expected) {
    return invalid(List.of(new Violation(field, value, expected)));
  }

  /** There is no valid token. */
  public static Failure unauthenticated(Refusal refusal) {
    return of(Kind.UNAUTHENTICATED, refusal);
  }

  /** The thing belongs to someone else, whether or not it exists. */
  public static Failure notYours(Refusal refusal) {
    return of(Kind.NOT_YOURS, refusal);
  }

  /**
   * There is nothing of that name.
   *
   * @param kind for example "project"
   * @param id for example "wuhan-15/pump-yangsigang"
   */
  public static Failure notFound(String kind, Object id) {
    return of(Kind.NOT_FOUND, Refused.NOT_FOUND.with(kind, id));
  }

  /** The key was used for something else. */
  public static Failure conflict(Refusal refusal) {
    return of(Kind.CONFLICT, refusal);
  }

  /** The present state forbids it. */
  public static Failure notNow(Refusal refusal) {
    return of(Kind.NOT_NOW, refusal);
  }

  /** The caller's deadline passed, or the caller went away, before the command was started. */
  public static Failure tooLate() {
    return of(Kind.TOO_LATE, Refused.DEADLINE_PASSED.with());
  }

  /** A part that is needed is away. */
  public static Failure unavailable(Refusal refusal, @Nullable Throwable cause) {
    return new Failure(Kind.UNAVAILABLE, refusal, refusal.toString(), List.of(), cause);
  }

  /** Nobody foresaw it, and the caller is told nothing of the inside. */
  public static Failure internal() {
    return of(Kind.INTERNAL, Refused.INTERNAL.with());
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** A stable word for programs, for example "IDEMPOTENCY_KEY_REUSED". */
  public String reason() {
    return refusal.reason();
  }

  /** What belongs to the reason, by name. */
  public Map<String, String> metadata() {
    return refusal.metadata();
  }

  /** Every violation; empty unless the kind is INVALID. */
  public List<Violation> violations() {
    return violations;
  }

  /** The message, never absent. */
  public String text() {
    String message = getMessage();
    return message == null ? reason() : message;
  }
}
