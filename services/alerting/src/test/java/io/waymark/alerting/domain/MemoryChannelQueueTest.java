package io.waymark.alerting.domain;

class MemoryChannelQueueTest extends ChannelQueueContract {
  private final MemoryNotificationLog log = new MemoryNotificationLog();
  private final MemoryChannelQueue queue = new MemoryChannelQueue(log);

  @Override
  protected ChannelQueue queue() {
    return queue;
  }

  @Override
  protected NotificationLog log() {
    return log;
  }

  @Override
  protected void store(ChannelMessage... messages) {
    for (ChannelMessage message : messages) {
      queue.store(message);
    }
  }

  @Override
  protected void end(String alertId) {
    queue.end(alertId);
  }
}
