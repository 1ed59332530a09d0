package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Around each test of a class that has the city: all services still run, and the registry has used
 * no more heap than it may. A process that needed more is gone: it ends at its first
 * OutOfMemoryError. {@code -Dheap.registry=24m} shows it.
 */
final class RegistryHeap implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    new SharedCity().of(context).allMustRun();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    City city = new SharedCity().of(context);
    city.allMustRun();
    assertThat(city.registry.metric("jvm_memory_max_bytes{area=\"heap\"}"))
        .isBetween(10e6, (double) City.HEAP);
    assertThat(peak(city)).isBetween(10e6, (double) City.HEAP);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    City city = new SharedCity().of(context);
    city.allMustRun();
    System.out.printf(
        "Registry, until the end of %s: at most %.0f MB of heap%n",
        context.getDisplayName(), peak(city) / 1e6);
  }

  private static double peak(City city) throws Exception {
    return city.registry.metric("waymark_jvm_heap_peak_bytes");
  }
}
