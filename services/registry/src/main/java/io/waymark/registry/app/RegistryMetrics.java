package io.waymark.registry.app;

/**
 * What happens to reports, for whoever operates the registry. Every report that arrives ends in
 * exactly one of accepted, replayed, refused, abandoned and failed; alert when failed grows.
 */
public interface RegistryMetrics {
  /** Counts nothing. */
  RegistryMetrics NONE = new RegistryMetrics() {};

  /** A report was recorded. */
  default void accepted() {}

  /** A report came again and got the reply that it had got before. */
  default void replayed() {}

  /** A report was refused for a stable reason, for example "INVALID". */
  default void refused(String reason) {}

  /** A report was not started because its caller had gone or its deadline had passed. */
  default void abandoned() {}

  /** A report could not be handled, for example because the database is away. */
  default void failed() {}

  /** How long a report waited for its answer, commit included. */
  default void handled(double seconds) {}
}
