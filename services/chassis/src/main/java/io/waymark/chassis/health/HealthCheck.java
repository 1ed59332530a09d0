package io.waymark.chassis.health;

import java.util.Optional;

/** One part that a service stands on, or does something with. */
public interface HealthCheck {
  /** Name of the part, for example "database". */
  String name();

  /**
   * Whether the service is of no use without it. One that is not only degrades: the service stays
   * ready, and says what it cannot do.
   */
  default boolean essential() {
    return true;
  }

  /** What is wrong with it at present, in a few words; empty if nothing is. */
  Optional<String> problem();
}
