package io.waymark.alerting.mail;

import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.MailQueue;
import io.waymark.alerting.domain.OutgoingMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Mails that wait in memory. */
final class MemoryMailQueue implements MailQueue {
  private record Entry(
      OutgoingMail mail,
      DeliveryStatus status,
      int attempts,
      String answer,
      boolean unreached,
      Instant next) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  synchronized void add(OutgoingMail mail) {
    entries.put(mail.mailId(), new Entry(mail, DeliveryStatus.PENDING, 0, "", false, Instant.MIN));
  }

  synchronized DeliveryStatus status(String id) {
    return entry(id).status();
  }

  synchronized String answer(String id) {
    return entry(id).answer();
  }

  @Override
  public synchronized List<DueMail> claim(int atMost, Instant now, Duration lease) {
    List<DueMail> due = new ArrayList<>();
    for (Entry entry : List.copyOf(entries.values())) {
      boolean ready = entry.status() == DeliveryStatus.PENDING && !entry.next().isAfter(now);
      if (ready && due.size() < atMost) {
        int attempt = entry.attempts() + 1;
        put(entry, DeliveryStatus.PENDING, attempt, entry.answer(), false, now.plus(lease));
        due.add(new DueMail(entry.mail(), attempt, now));
      }
    }
    return due;
  }

  @Override
  public synchronized void record(DueMail mail, Outcome outcome, Instant at) {
    Entry held = entry(mail.mail().mailId());
    if (held.attempts() != mail.attempt()) {
      return;
    }
    switch (outcome) {
      case Outcome.Sent sent ->
          put(held, DeliveryStatus.SENT, held.attempts(), sent.answer(), false, held.next());
      case Outcome.TryAgain again ->
          put(
              held,
              DeliveryStatus.PENDING,
              held.attempts(),
              again.answer(),
              again.unreached(),
              again.at());
      case Outcome.Failed failed ->
          put(held, DeliveryStatus.FAILED, held.attempts(), failed.answer(), false, held.next());
    }
  }

  @Override
  public synchronized void retryUnreached(Instant now) {
    for (Entry entry : List.copyOf(entries.values())) {
      if (entry.unreached()) {
        put(entry, entry.status(), entry.attempts(), entry.answer(), false, now);
      }
    }
  }

  private void put(
      Entry held, DeliveryStatus status, int attempts, String answer, boolean away, Instant next) {
    entries.put(held.mail().mailId(), new Entry(held.mail(), status, attempts, answer, away, next));
  }

  private Entry entry(String id) {
    return Objects.requireNonNull(entries.get(id));
  }
}
