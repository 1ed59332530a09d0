package io.waymark.cli.demo;

import java.time.LocalDate;

/** Told how far the demo has come. */
@FunctionalInterface
public interface PlayProgress {
  /**
   * {@code done} of {@code total} events are acknowledged; the demo stands in the month that ends
   * then.
   */
  void at(LocalDate monthEnd, int done, int total);
}
