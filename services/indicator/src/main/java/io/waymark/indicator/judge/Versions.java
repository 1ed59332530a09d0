package io.waymark.indicator.judge;

import java.util.HashMap;
import java.util.Map;

/**
 * Which versions the facts are. A project's state carries its own.
 *
 * @param plan version of the plan
 * @param indicators by indicator id
 * @param bureaus by bureau id; a bureau that is not known yet is left out
 */
public record Versions(long plan, Map<String, Long> indicators, Map<String, Long> bureaus) {
  /** Both, of one plan. */
  Versions and(Versions other) {
    Map<String, Long> allIndicators = new HashMap<>(indicators);
    allIndicators.putAll(other.indicators);
    Map<String, Long> allBureaus = new HashMap<>(bureaus);
    allBureaus.putAll(other.bureaus);
    return new Versions(plan, allIndicators, allBureaus);
  }
}
