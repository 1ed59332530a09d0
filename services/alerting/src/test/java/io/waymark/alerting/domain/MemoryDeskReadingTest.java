package io.waymark.alerting.domain;

import java.util.List;
import java.util.function.Function;

class MemoryDeskReadingTest extends DeskReadingContract {
  private final MemoryAlertStore store = new MemoryAlertStore();

  @Override
  protected <T> T inTransaction(Function<AlertStore, T> work) {
    return work.apply(store);
  }

  @Override
  protected List<String> recipients() {
    return store.mails().stream().map(OutgoingMail::recipient).toList();
  }
}
