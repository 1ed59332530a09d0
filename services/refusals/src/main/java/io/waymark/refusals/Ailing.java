package io.waymark.refusals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a service is not ready, or does not all that it should: a stable reason for each of its
 * parts. The words of both languages stand in this module's messages; what a library said of it
 * ({@code cause}) is told as it came.
 */
public enum Ailing {
  DATABASE_AWAY("database", "cause"),
  OUTBOX_WAITS("outbox", "cause"),
  CONSUMERS_WAIT("consumers", "cause"),
  GRPC_NOT_OPEN("grpc"),
  RULEBOOKS_FAULTY("rulebooks", "cause"),
  SCHEMES_FAULTY("schemes", "cause"),
  SMTP_AWAY("smtp", "cause"),
  TEMPLATES_FAULTY("templates", "cause"),
  CHANNELS_FAULTY("channels", "cause"),

  // What the gateway finds of a service.
  SERVICE_NOT_ASKED("", "service"),
  SERVICE_NOT_READY("", "service"),
  SERVICE_UNREACHABLE("", "service", "address"),
  SERVICE_SILENT("", "service", "millis");

  private final String part;

  @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
  private final List<String> names;

  Ailing(String part, String... names) {
    this.part = part;
    this.names = List.of(names);
  }

  /** What ails the part of that name, if there are words for it. */
  public static Optional<Ailing> of(String part) {
    return Arrays.stream(values())
        .filter(one -> !one.part.isEmpty() && one.part.equals(part))
        .findFirst();
  }

  /** The names of its particulars, in their order. */
  public List<String> names() {
    return names;
  }

  /** Its particulars by name. */
  public Map<String, String> with(Object... particulars) {
    return Particulars.of(name(), names, particulars);
  }
}
