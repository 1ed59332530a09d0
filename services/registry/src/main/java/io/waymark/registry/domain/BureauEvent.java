package io.waymark.registry.domain;

/** What can happen to a bureau. */
public sealed interface BureauEvent {
  /** The bureau as it is from now on. */
  Bureau bureau();

  /** The bureau did not exist before. */
  record Registered(Bureau bureau) implements BureauEvent {}

  /** The bureau existed and differs now. */
  record Revised(Bureau bureau) implements BureauEvent {}
}
