package io.waymark.alerting.mail;

import io.waymark.alerting.domain.AlertingMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in memory. */
final class CountingMetrics implements AlertingMetrics {
  private final AtomicInteger due = new AtomicInteger();
  private final AtomicInteger retried = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger bounced = new AtomicInteger();
  private final List<Duration> sent = new CopyOnWriteArrayList<>();

  @Override
  public void mailDue() {
    due.incrementAndGet();
  }

  @Override
  public void mailSent(Duration sinceCause) {
    sent.add(sinceCause);
  }

  @Override
  public void mailRetried() {
    retried.incrementAndGet();
  }

  @Override
  public void mailFailed() {
    failed.incrementAndGet();
  }

  @Override
  public void mailBounced() {
    bounced.incrementAndGet();
  }

  @Override
  public void channelSent(String channel) {}

  @Override
  public void channelRetried(String channel) {}

  @Override
  public void channelFailed(String channel) {}

  int bounced() {
    return bounced.get();
  }

  int due() {
    return due.get();
  }

  int retried() {
    return retried.get();
  }

  int failed() {
    return failed.get();
  }

  List<Duration> sent() {
    return List.copyOf(sent);
  }
}
