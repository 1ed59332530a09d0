package io.waymark.registry.app;

class InMemoryRegistryStoreTest extends RegistryStoreContract {
  private final RegistryStore store = new InMemoryRegistryStore();

  @Override
  protected RegistryStore store() {
    return store;
  }
}
