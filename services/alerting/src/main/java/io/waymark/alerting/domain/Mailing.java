package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one bureau is told at one time: a mail to each recipient, with one item or many.
 *
 * @param mailingId Message-IDs are made of it and the address; for an immediate mail the transition
 *     of its first notice
 * @param bureau the bureau whose alerts these are
 * @param recipients in the order to be shown, each address once
 * @param notices what is told, the gravest first, what is over last; never empty but for the notice
 *     of a silence that ends
 * @param threads Message-ID of the first mail about the first notice's alert, by recipient's
 *     address; no entry if this is the first
 * @param silence the silence that is about to end; null for other mails
 * @param causeEventAt when the earliest event happened that caused it, by the service clock
 * @param arrivedAt when that event arrived here, by the system's clock
 */
public record Mailing(
    String mailingId,
    Kind kind,
    Bureau bureau,
    List<Recipient> recipients,
    List<Notice> notices,
    Map<String, String> threads,
    @Nullable Silence silence,
    Instant at,
    Instant causeEventAt,
    Instant arrivedAt) {
  /** What a mail is. */
  public enum Kind {
    /** Sent at once. */
    IMMEDIATE,
    /** 日报. */
    DAILY_DIGEST,
    /** 周报. */
    WEEKLY_DIGEST,
    /** 月报. */
    MONTHLY_DIGEST,
    /** A silence is about to end. */
    SILENCE_ENDING;

    /** Whether it sums up, so that the reader may change how often it comes. */
    public boolean digest() {
      return switch (this) {
        case DAILY_DIGEST, WEEKLY_DIGEST, MONTHLY_DIGEST -> true;
        case IMMEDIATE, SILENCE_ENDING -> false;
      };
    }
  }

  /** Copies its lists. */
  public Mailing {
    recipients = List.copyOf(recipients);
    notices = List.copyOf(notices);
    threads = Map.copyOf(threads);
  }

  /** The notice that the subject line speaks of. */
  public Notice first() {
    return notices.getFirst();
  }

  /** One notice to all addresses of the responsible bureau. */
  public static Mailing of(Notice notice, Bureau bureau, Map<String, String> threads) {
    List<Recipient> recipients =
        bureau.emails().stream()
            .distinct()
            .map(to ->
                new Recipient(
                    to,
                    bureau.bureauId(),
                    "",
                    bureau.language(),
                    Recipient.Role.TO,
                    Recipient.Reason.LEAD))
            .toList();
    return new Mailing(
        notice.alert().transitionId(),
        Kind.IMMEDIATE,
        bureau,
        recipients,
        List.of(notice),
        threads,
        null,
        notice.at(),
        notice.causeEventAt(),
        notice.arrivedAt());
  }
}
