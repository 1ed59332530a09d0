package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertArchive.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The log in memory. */
public final class MemoryNotificationLog implements NotificationLog {
  private final List<Notification> lines = new ArrayList<>();
  private long last;

  @Override
  public synchronized boolean append(Notification line) {
    boolean there =
        lines.stream()
            .anyMatch(known ->
                known.notificationId().equals(line.notificationId())
                    && known.attempt() == line.attempt()
                    && known.outcome() == line.outcome()
                    && known.answer().equals(line.answer()));
    if (there) {
      return false;
    }
    lines.add(
        new Notification(
            ++last,
            line.at(),
            Instant.now(),
            line.channel(),
            line.notificationId(),
            line.messageId(),
            line.recipient(),
            line.bureauId(),
            line.alertIds(),
            line.subjectIds(),
            line.subject(),
            line.attempt(),
            line.outcome(),
            line.answer()));
    return true;
  }

  @Override
  public synchronized List<Notification> list(Filter filter, Page page) {
    Position after = page.after();
    long before = after == null ? Long.MAX_VALUE : Long.parseLong(after.id());
    return lines.reversed().stream()
        .filter(line -> line.number() < before && matches(filter, line))
        .limit(page.size())
        .toList();
  }

  @Override
  public synchronized int forget(Instant before, int atMost) {
    List<Notification> old =
        lines.stream()
            .filter(line -> line.at().isBefore(before))
            .sorted(Comparator.comparing(Notification::at).thenComparingLong(Notification::number))
            .limit(atMost)
            .toList();
    lines.removeAll(old);
    return old.size();
  }

  private static boolean matches(Filter filter, Notification line) {
    Instant from = filter.from();
    Instant until = filter.until();
    return is(filter.bureauId(), line.bureauId())
        && is(filter.recipient(), line.recipient())
        && is(filter.channel(), line.channel())
        && (filter.subjectId().isEmpty() || line.subjectIds().contains(filter.subjectId()))
        && (filter.alertId().isEmpty() || line.alertIds().contains(filter.alertId()))
        && (filter.outcome() == null || filter.outcome() == line.outcome())
        && (from == null || !line.at().isBefore(from))
        && (until == null || line.at().isBefore(until));
  }

  private static boolean is(String asked, String value) {
    return asked.isEmpty() || asked.equals(value);
  }
}
