package io.waymark.alerting;

import io.micronaut.runtime.Micronaut;

/** Starts the alerting service. */
public final class AlertingApplication {
  private AlertingApplication() {}

  /** Runs until it is stopped. */
  public static void main(String[] args) {
    Micronaut.run(AlertingApplication.class, args);
  }
}
