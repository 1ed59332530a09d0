package io.waymark.registry;

import io.micronaut.runtime.Micronaut;

/** Starts the registry; its settings are WAYMARK_* environment variables. */
public final class RegistryApplication {
  private RegistryApplication() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Micronaut.run(RegistryApplication.class, args);
  }
}
