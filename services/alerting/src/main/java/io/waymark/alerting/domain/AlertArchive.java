package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads alerts and mails; changes nothing. */
public interface AlertArchive {
  /** Alerts, newest first. */
  List<Alert> alerts(AlertFilter filter, Page page);

  /** Silences, the last to end first. */
  List<Silence> silences(boolean overToo, Instant now);

  /** One alert. */
  Optional<Alert> alert(String alertId);

  /** What happened to an alert, oldest first. */
  List<Transition> history(String alertId);

  /** Mails, newest first, their bodies left empty. */
  List<StoredMail> mails(MailFilter filter, Page page);

  /** One mail with its bodies. */
  Optional<StoredMail> mail(String mailId);

  /** How many alerts there are, by status; every status is there. */
  Map<AlertStatus, Long> countAlerts();

  /** How many mails there are, by what became of them; every status is there. */
  Map<DeliveryStatus, Long> countMails();

  /**
   * Which alerts; empty means all.
   *
   * @param status null for any
   * @param resolvedToo whether resolved ones count when no status is asked for
   * @param assignee who has it in hand, by the name under which it was assigned
   */
  record AlertFilter(
      String planId,
      @Nullable AlertStatus status,
      String bureauId,
      String subjectId,
      boolean resolvedToo,
      @Nullable Severity severity,
      @Nullable SubjectKind kind,
      String category,
      @Nullable Concern concern,
      String assignee) {
    /** Alerts of every severity, kind, category and concern, in whose hands ever. */
    public AlertFilter(
        String planId,
        @Nullable AlertStatus status,
        String bureauId,
        String subjectId,
        boolean resolvedToo) {
      this(planId, status, bureauId, subjectId, resolvedToo, null, null, "", null, "");
    }
  }

  /**
   * Which mails; empty means all.
   *
   * @param status null for any
   */
  record MailFilter(String alertId, String bureauId, @Nullable DeliveryStatus status) {}

  /**
   * Where to go on.
   *
   * @param after the last item of the page before; null for the first page
   */
  record Page(int size, @Nullable Position after) {}

  /** The place of an item in the order: newest first, then by id. */
  record Position(Instant at, String id) {}
}
