package io.waymark.cli.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How one part is.
 *
 * @param part what the launcher wrote down
 * @param cause why it is not up; empty if it is
 * @param version its version; empty if not known
 * @param counts what it keeps, by name
 * @param outboxDepth events that wait to be published
 * @param lags events that wait to be read
 */
public record PartStatus(
    RunState.Part part,
    String cause,
    String version,
    Map<String, Long> counts,
    OptionalLong outboxDepth,
    List<Lag> lags) {

  /** Events of a topic that a consumer has not read yet. */
  public record Lag(String consumer, String topic, long events) {}

  /** Copies, keeping the order of counts. */
  public PartStatus {
    counts = new LinkedHashMap<>(counts);
    lags = List.copyOf(lags);
  }

  /** True if nothing is wrong with it. */
  public boolean up() {
    return cause.isEmpty();
  }

  /** Events that wait to be read, over all topics; empty if the part reads none. */
  public OptionalLong lag() {
    return lags.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(lags.stream().mapToLong(Lag::events).sum());
  }
}
