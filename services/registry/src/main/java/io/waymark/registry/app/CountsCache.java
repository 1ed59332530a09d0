package io.waymark.registry.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts for scrapes: asks the store at most every five seconds, and gives nothing while it is
 * away.
 */
public final class CountsCache {
  private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

  private final RegistryStore store;
  private final LongSupplier nanos;
  private Optional<RegistryCounts> counts = Optional.empty();
  private long askedAt;
  private boolean asked;

  /** Creates a cache that tells time by {@code nanos}, for example System::nanoTime. */
  public CountsCache(RegistryStore store, LongSupplier nanos) {
    this.store = store;
    this.nanos = nanos;
  }

  /** The counts of some moment in the last five seconds. */
  public synchronized Optional<RegistryCounts> current() {
    long now = nanos.getAsLong();
    if (!asked || now - askedAt >= FRESH_NANOS) {
      asked = true;
      askedAt = now;
      counts = ask();
    }
    return counts;
  }

  private Optional<RegistryCounts> ask() {
    try {
      return Optional.of(store.counts());
    } catch (RuntimeException away) {
      return Optional.empty(); // readiness names the cause; a scrape must not fail for it
    }
  }
}
