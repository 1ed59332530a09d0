package io.waymark.registry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.registry.Samples;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountsCacheTest {
  private final InMemoryRegistryStore store = new InMemoryRegistryStore();
  private final AtomicLong nanos = new AtomicLong();
  private final CountsCache cache = new CountsCache(store, nanos::get);

  @Test
  void countsAreAskedForAtMostEveryFiveSeconds() {
    assertThat(cache.current()).contains(new RegistryCounts(0, 0, 0));
    new ImportHandler(store, MutableClock.at("2027-06-30T01:00:00Z"))
        .importBureaus(List.of(Samples.bureau("water")), Samples.OFFICE);
    assertThat(cache.current()).contains(new RegistryCounts(0, 0, 0));
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(cache.current()).contains(new RegistryCounts(0, 1, 0));
  }

  @Test
  void thereAreNoCountsWhileTheStoreIsAway() {
    store.failWith(new IllegalStateException("away"));
    assertThat(cache.current()).isEmpty();
    store.failWith(null);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(cache.current()).isPresent();
  }
}
