package io.waymark.refusals;

import java.util.List;

/**
 * Why a whole command was refused: the stable reason that callers find in google.rpc.ErrorInfo,
 * with names for its metadata. The words of both languages stand in this module's messages.
 */
public enum Refused {
  INVALID,
  TOKEN_MISSING,
  TOKEN_INVALID("problem"),
  ROLE_MISSING("caller", "role"),
  NOT_FOUND("kind", "id"),
  PROJECT_NOT_YOURS("project", "bureau"),
  INDICATOR_NOT_YOURS("indicator", "bureau"),
  IDEMPOTENCY_KEY_REUSED("key", "bureau"),
  ALREADY_SUSPENDED("project"),
  NOT_SUSPENDED("project"),
  TARGET_NOT_AWAITED("target", "value", "day"),
  DOCUMENT_IN_USE("document", "plan"),
  SCHEME_CHANGED("scheme"),
  ALERT_NOT_YOURS("alert", "bureau"),
  ALERTS_NOT_YOURS("owner", "bureau"),
  ALERT_RESOLVED,
  PERSON_NEEDED,
  SECOND_PERSON_NEEDED("name"),
  SILENCE_NOT_YOURS("silence", "bureau"),
  SILENCE_OVER,
  ADDRESS_NOT_YOURS("address", "bureau"),
  RULEBOOK_UNKNOWN("rulebook"),
  DEADLINE_PASSED,
  STOPPING("part"),
  PART_AWAY("part"),
  INTERNAL,

  // What the gateway says by itself.
  MALFORMED_JSON,
  UNSUPPORTED_MEDIA_TYPE("type"),
  BODY_TOO_LARGE("bytes"),
  ANSWER_TOO_LARGE,
  BUSY,
  METHOD_NOT_ALLOWED("method", "allowed"),
  NO_SUCH_ROUTE,
  UNAUTHENTICATED,
  UPSTREAM_UNAVAILABLE("service"),
  UPSTREAM_TOO_SLOW("service"),
  METHOD_UNKNOWN("service"),
  BUREAU_NOT_FOUND("bureau"),
  MAIL_NOT_FOUND("mail"),
  NO_SUCH_KIND("kind"),
  FAILED;

  @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
  private final List<String> names;

  Refused(String... names) {
    this.names = List.of(names);
  }

  /** The names of its metadata, in their order. */
  public List<String> names() {
    return names;
  }

  /** The refusal with its particulars, in the order of their names. */
  public Refusal with(Object... particulars) {
    return new Refusal(name(), Particulars.of(name(), names, particulars));
  }
}
