package io.waymark.chassis.health;

import java.util.Optional;

/** One part that a service needs. */
public interface HealthCheck {
  /** Name of the part, for example "database". */
  String name();

  /** What is wrong with it at present, in a few words; empty if nothing is. */
  Optional<String> problem();
}
