package io.waymark.cli.demo;

import java.util.Map;

/**
 * Waits until what was reported in a month has been judged, so that judgements bear that month's
 * date. It only waits a little: a judgement that comes later is none the worse, it merely speaks of
 * the next month.
 */
@FunctionalInterface
public interface Settling {
  /** Waits for nothing. */
  Settling NONE = (planId, reports) -> {};

  /**
   * Returns when these reports have been judged, or when patience ends.
   *
   * @param reports report ids by project id
   */
  void await(String planId, Map<String, String> reports);
}
