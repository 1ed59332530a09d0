package io.waymark.indicator;

import io.micronaut.runtime.Micronaut;

/** Starts the indicator service. */
public final class IndicatorApplication {
  private IndicatorApplication() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Micronaut.run(IndicatorApplication.class, args);
  }
}
