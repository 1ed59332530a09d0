package io.waymark.alerting.postgres;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertArchive;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.alerting.domain.Transition;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads alerts and mails from PostgreSQL. */
public final class PostgresAlertArchive implements AlertArchive {
  private final DSLContext db;

  public PostgresAlertArchive(DSLContext db) {
    this.db = db;
  }

  @Override
  public List<Alert> alerts(AlertFilter filter, Page page) {
    Condition which =
        equal("plan_id", filter.planId())
            .and(equal("lead_bureau_id", filter.bureauId()))
            .and(equal("subject_id", filter.subjectId()))
            .and(equal("category", filter.category()))
            .and(equal("concern", filter.concern() == null ? "" : filter.concern().name()))
            .and(equal("assignee", filter.assignee()))
            .and(equal("kind", filter.kind() == null ? "" : filter.kind().name()))
            .and(equal("severity", filter.severity() == null ? "" : filter.severity().name()))
            .and(status(filter))
            .and(after("opened_at", "alert_id", page.after()));
    return db.fetch(
            "select * from alert where {0} order by opened_at desc, alert_id desc limit {1}",
            which, val(page.size()))
        .map(Rows::alert);
  }

  private static Condition status(AlertFilter filter) {
    if (filter.status() != null) {
      return equal("status", filter.status().name());
    }
    return filter.resolvedToo()
        ? noCondition()
        : condition("status not in ('RESOLVED', 'RESTATED')");
  }

  @Override
  public Optional<Alert> alert(String alertId) {
    return db.fetchOptional("select * from alert where alert_id = ?", alertId).map(Rows::alert);
  }

  @Override
  public List<Silence> silences(boolean overToo, Instant now) {
    return db.fetch(
            """
            select * from silence where ? or until_at > cast(? as timestamptz)
            order by until_at desc, silence_id limit 1000
            """,
            overToo,
            Rows.time(now))
        .map(Rows::silence);
  }

  @Override
  public List<Transition> history(String alertId) {
    return db.fetch("select * from alert_transition where alert_id = ? order by version", alertId)
        .map(Rows::transition);
  }

  @Override
  public List<StoredMail> mails(MailFilter filter, Page page) {
    Condition which =
        about(filter.alertId())
            .and(equal("bureau_id", filter.bureauId()))
            .and(equal("status", filter.status() == null ? "" : filter.status().name()))
            .and(after("created_at", "mail_id", page.after()));
    return db.fetch(
            """
            select mail_id, message_id, thread_id, alert_id, transition_id, bureau_id, recipient, language, subject,
              '' as body_text, '' as body_html, created_at, cause_event_at, arrived_at, alert_ids, status, attempts, last_answer, sent_at,
              picture_id, unsubscribe
            from mail where {0} order by created_at desc, mail_id desc limit {1}
            """,
            which, val(page.size()))
        .map(Rows::storedMail);
  }

  private static Condition about(String alertId) {
    return alertId.isEmpty()
        ? noCondition()
        : condition(
            "mail_id in (select mail_id from mail_alert where alert_id = {0})", val(alertId));
  }

  @Override
  public Optional<StoredMail> mail(String mailId) {
    return db.fetchOptional(
            "select mail.*, png from mail left join mail_picture using (picture_id) where mail_id = ?",
            mailId)
        .map(Rows::storedMail);
  }

  @Override
  public Map<AlertStatus, Long> countAlerts() {
    Map<AlertStatus, Long> counts = new EnumMap<>(AlertStatus.class);
    for (AlertStatus status : AlertStatus.values()) {
      counts.put(status, 0L);
    }
    db.fetch("select status, count(*) as n from alert group by status")
        .forEach(row -> counts.put(AlertStatus.valueOf(Rows.text(row, "status")), count(row)));
    return counts;
  }

  @Override
  public Map<DeliveryStatus, Long> countMails() {
    Map<DeliveryStatus, Long> counts = new EnumMap<>(DeliveryStatus.class);
    for (DeliveryStatus status : DeliveryStatus.values()) {
      counts.put(status, 0L);
    }
    db.fetch("select status, count(*) as n from mail group by status")
        .forEach(row -> counts.put(DeliveryStatus.valueOf(Rows.text(row, "status")), count(row)));
    return counts;
  }

  private static long count(Record row) {
    return Objects.requireNonNull(row.get("n", Long.class));
  }

  private static Condition equal(String column, String value) {
    return value.isEmpty() ? noCondition() : condition(column + " = ?", value);
  }

  private static Condition after(String time, String id, @Nullable Position last) {
    return last == null
        ? noCondition()
        : condition(
            "(" + time + ", " + id + ") < (cast(? as timestamptz), ?)",
            Rows.time(last.at()),
            last.id());
  }
}
