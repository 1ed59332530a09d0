package io.waymark.registry.app;

import java.util.ArrayList;
import java.util.List;

/** Metrics that a test can read. */
public final class RecordingMetrics implements RegistryMetrics {
  private final List<String> seen = new ArrayList<>();

  /** What happened, in order, for example "accepted" or "refused INVALID". */
  public synchronized List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public synchronized void accepted() {
    seen.add("accepted");
  }

  @Override
  public synchronized void replayed() {
    seen.add("replayed");
  }

  @Override
  public synchronized void refused(String reason) {
    seen.add("refused " + reason);
  }

  @Override
  public synchronized void abandoned() {
    seen.add("abandoned");
  }

  @Override
  public synchronized void failed() {
    seen.add("failed");
  }

  @Override
  public synchronized void handled(double seconds) {
    if (seconds < 0) {
      seen.add("a negative time");
    }
  }
}
