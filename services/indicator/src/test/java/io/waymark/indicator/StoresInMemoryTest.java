package io.waymark.indicator;

/** The contracts of what this service keeps, on the fakes. */
class StoresInMemoryTest extends StoresTest {
  private final Stores stores = new MemoryStores();

  @Override
  Stores stores() {
    return stores;
  }
}
