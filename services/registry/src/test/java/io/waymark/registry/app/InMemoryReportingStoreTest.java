package io.waymark.registry.app;

class InMemoryReportingStoreTest extends ReportingStoreContract {
  private final InMemoryRegistryStore registry = new InMemoryRegistryStore();
  private final InMemoryReportingStore reporting = new InMemoryReportingStore(registry);

  @Override
  protected RegistryStore registry() {
    return registry;
  }

  @Override
  protected ReportingStore store() {
    return reporting;
  }
}
