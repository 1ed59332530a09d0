package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Messages to channels that wait in memory. */
public final class MemoryChannelQueue implements ChannelQueue {
  /** How a message stands. */
  public enum State {
    PENDING,
    STANDING,
    SENT,
    SUPERSEDED,
    FAILED;

    boolean waits() {
      return this == PENDING || this == STANDING;
    }
  }

  private static final class Entry {
    private final ChannelMessage message;
    private final Instant queuedAt = Instant.now();
    private State state = State.PENDING;
    private Instant next = Instant.MIN;
    private String answer = "";
    private int attempts;
    private boolean told;
    private boolean ended;
    private boolean unreached;

    private Entry(ChannelMessage message) {
      this.message = message;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();
  private final MemoryNotificationLog log;

  public MemoryChannelQueue(MemoryNotificationLog log) {
    this.log = log;
  }

  /** Stores a message. */
  public synchronized void store(ChannelMessage message) {
    String alertId = message.standing().alertId();
    for (Entry entry : entries.values()) {
      boolean same =
          !alertId.isEmpty()
              && entry.message.channel().equals(message.channel())
              && entry.message.standing().alertId().equals(alertId)
              && !entry.message.messageId().equals(message.messageId());
      if (same && entry.state.waits() && !entry.ended) {
        entry.ended = !entry.message.standing().variant().equals(message.standing().variant());
        entry.state = entry.told && entry.ended ? State.PENDING : State.SUPERSEDED;
        entry.next = Instant.MIN;
      }
    }
    entries.putIfAbsent(message.messageId(), new Entry(message));
  }

  /** Ends an alert. */
  public synchronized void end(String alertId) {
    over.add(alertId);
  }

  /** How a message stands. */
  public synchronized State state(String id) {
    return entry(id).state;
  }

  /** What was answered last. */
  public synchronized String answer(String id) {
    return entry(id).answer;
  }

  @Override
  public synchronized List<DueMessage> claim(
      String channel, int atMost, Instant now, Duration lease) {
    List<DueMessage> due = new ArrayList<>();
    for (Entry entry : entries.values()) {
      boolean ready =
          entry.message.channel().equals(channel)
              && entry.state.waits()
              && !entry.next.isAfter(now);
      if (ready && due.size() < atMost) {
        entry.attempts++;
        entry.next = now.plus(lease);
        boolean ended = entry.ended || over.contains(entry.message.standing().alertId());
        due.add(new DueMessage(entry.message, entry.attempts, entry.queuedAt, entry.told, ended));
      }
    }
    return due;
  }

  @Override
  public synchronized void record(DueMessage due, Outcome outcome, Instant at) {
    Entry entry = entry(due.message().messageId());
    boolean mine =
        entry.attempts == due.attempt() && entry.state.waits() && (!entry.ended || due.over());
    if (!mine) {
      return;
    }
    Notification.Result result = Notification.Result.ACCEPTED;
    switch (outcome.result()) {
      case SENT -> entry.state = State.SENT;
      case STANDING -> entry.state = State.STANDING;
      case PUT_OFF -> result = Notification.Result.PUT_OFF;
      case UNREACHED -> result = Notification.Result.UNREACHED;
      case FAILED -> {
        entry.state = State.FAILED;
        result = Notification.Result.FAILED;
      }
    }
    entry.told |= result == Notification.Result.ACCEPTED;
    entry.next = outcome.next();
    entry.answer = outcome.answer();
    entry.unreached = outcome.result() == Result.UNREACHED;
    if (!due.told() || due.over()) {
      log.append(line(due, outcome, result, at));
    }
  }

  private static Notification line(
      DueMessage due, Outcome outcome, Notification.Result result, Instant at) {
    ChannelMessage message = due.message();
    return new Notification(
        0,
        at,
        at,
        message.channel(),
        message.messageId(),
        message.messageId(),
        outcome.recipient(),
        message.bureauId(),
        message.alertIds(),
        message.subjectIds(),
        message.subject(),
        due.attempt(),
        result,
        outcome.answer());
  }

  @Override
  public synchronized void retryUnreached(String channel, Instant now) {
    for (Entry entry : entries.values()) {
      if (entry.message.channel().equals(channel) && entry.state.waits() && entry.unreached) {
        entry.next = now;
      }
    }
  }

  private Entry entry(String id) {
    return Objects.requireNonNull(entries.get(id));
  }
}
