package io.waymark.alerting.domain;

class MemoryNotificationLogTest extends NotificationLogContract {
  private final MemoryNotificationLog log = new MemoryNotificationLog();

  @Override
  protected NotificationLog log() {
    return log;
  }
}
