package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.Alert.Acknowledgement;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.Move;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Pending;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.Told;
import io.waymark.alerting.domain.Transition;
import io.waymark.alerting.wire.CareWire;
import io.waymark.alerting.wire.CourseWire;
import io.waymark.alerting.wire.DutyWire;
import io.waymark.alerting.wire.VerdictWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes rows, many with one prepared statement. */
final class Writes {
  private final DSLContext tx;

  Writes(DSLContext tx) {
    this.tx = tx;
  }

  void alerts(Collection<Alert> alerts, Map<String, Instant> dues) {
    write(ALERT, alerts, alert -> row(alert, dues.get(alert.alertId())));
  }

  private static final String ALERT =
      """
      insert into alert (alert_id, kind, plan_id, subject_id, name_zh, name_en, lead_bureau_id, status, severity,
        paused, opened_at, resolved_at, sentence_zh, sentence_en, simulated, previous_alert_id, version,
        told_at, told_transition, told_shortfall, told_chance, told_cause, told_severity,
        taken_by, taken_person, taken_bureau, taken_channel, taken_comment, care, category, concern, assignee,
        next_due)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, ?, ?, ?, ?,
        cast(? as timestamptz), cast(? as text), cast(? as double precision), cast(? as double precision),
        cast(? as text), cast(? as text),
        cast(? as text), cast(? as boolean), cast(? as text), cast(? as text), cast(? as text),
        ?, ?, ?, ?, cast(? as timestamptz))
      on conflict (alert_id) do update set
        name_zh = excluded.name_zh, name_en = excluded.name_en, lead_bureau_id = excluded.lead_bureau_id,
        status = excluded.status, severity = excluded.severity, paused = excluded.paused,
        resolved_at = excluded.resolved_at, sentence_zh = excluded.sentence_zh, sentence_en = excluded.sentence_en,
        simulated = excluded.simulated, version = excluded.version,
        told_at = excluded.told_at, told_transition = excluded.told_transition,
        told_shortfall = excluded.told_shortfall, told_chance = excluded.told_chance,
        told_cause = excluded.told_cause, told_severity = excluded.told_severity,
        taken_by = excluded.taken_by, taken_person = excluded.taken_person, taken_bureau = excluded.taken_bureau,
        taken_channel = excluded.taken_channel, taken_comment = excluded.taken_comment,
        care = excluded.care, category = excluded.category,
        concern = excluded.concern, assignee = excluded.assignee, next_due = excluded.next_due
      """;

  private static @Nullable Object[] row(Alert alert, @Nullable Instant due) {
    Told told = alert.told();
    Acknowledgement taken = alert.acknowledgement();
    Actor by = taken == null ? null : taken.actor();
    return new @Nullable Object[] {
      alert.alertId(),
      alert.subject().kind().name(),
      alert.subject().planId(),
      alert.subject().subjectId(),
      alert.name().zh(),
      alert.name().en(),
      alert.leadBureauId(),
      alert.status().name(),
      alert.severity().name(),
      alert.paused(),
      Rows.time(alert.openedAt()),
      time(alert.resolvedAt()),
      alert.sentence().zh(),
      alert.sentence().en(),
      alert.simulated(),
      alert.previousAlertId(),
      alert.version(),
      told == null ? null : Rows.time(told.at()),
      told == null ? null : told.firstTransitionId(),
      told == null ? null : (Double) told.shortfall(),
      told == null ? null : told.chance(),
      told == null ? null : told.mainCause(),
      told == null ? null : told.severity().name(),
      by == null ? null : by.name(),
      by == null ? null : (Boolean) by.person(),
      by == null ? null : by.bureauId(),
      by == null ? null : by.channel(),
      taken == null ? null : taken.comment(),
      CareWire.write(alert).toByteArray(),
      alert.care().category(),
      alert.care().concern().name(),
      alert.care().assignee(),
      time(due)
    };
  }

  void subjects(List<AlertState> states) {
    write(
        """
        update subject set judgement_version = ?, alert_id = cast(? as text), judgement = cast(? as bytea),
          course = cast(? as bytea), owed_version = ?, owed = cast(? as bytea),
          owed_at = cast(? as timestamptz)
        where kind = ? and plan_id = ? and subject_id = ?
        """,
        states,
        state ->
            new @Nullable Object[] {
              state.judgementVersion(),
              state.alert() == null ? null : state.alert().alertId(),
              state.verdict() == null ? null : VerdictWriter.write(state.verdict()).toByteArray(),
              state.verdict() == null ? null : CourseWire.bytes(state.verdict().course()),
              state.owing().version(),
              DutyWire.bytes(state.owing().report()),
              time(state.owing().lookAt()),
              state.subject().kind().name(),
              state.subject().planId(),
              state.subject().subjectId()
            });
  }

  void transitions(List<Move> moves) {
    write(
        """
        insert into alert_transition (alert_id, version, action, status, severity, at,
          actor_name, actor_person, actor_bureau, actor_channel, cause_event_id, judgement_id, comment,
          plan_by, assignee)
        values (?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as text), cast(? as boolean), cast(? as text), cast(? as text), ?, ?, ?,
          cast(? as date), ?)
        """,
        moves,
        move -> row(move.transition()));
  }

  private static @Nullable Object[] row(Transition step) {
    Actor by = step.actor();
    return new @Nullable Object[] {
      step.alertId(),
      step.version(),
      step.action().name(),
      step.status().name(),
      step.severity().name(),
      Rows.time(step.at()),
      by == null ? null : by.name(),
      by == null ? null : (Boolean) by.person(),
      by == null ? null : by.bureauId(),
      by == null ? null : by.channel(),
      step.causeEventId(),
      step.judgementId(),
      step.comment(),
      step.planBy() == null ? null : step.planBy().toString(),
      step.assignee()
    };
  }

  void mails(List<OutgoingMail> written) {
    List<OutgoingMail> mails = withoutUnsubscribed(written);
    pictures(mails);
    write(
        """
        insert into mail (mail_id, message_id, thread_id, alert_id, transition_id, bureau_id, recipient, language,
          subject, body_text, body_html, created_at, cause_event_at, arrived_at, alert_ids, picture_id, unsubscribe)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), ?, ?, ?)
        on conflict (mail_id) do nothing
        """,
        mails,
        mail ->
            new @Nullable Object[] {
              mail.mailId(),
              mail.messageId(),
              mail.threadId(),
              mail.alertId(),
              mail.transitionId(),
              mail.bureauId(),
              mail.recipient(),
              mail.language().code(),
              mail.subject(),
              mail.text(),
              mail.html(),
              Rows.time(mail.createdAt()),
              Rows.time(mail.causeEventAt()),
              Rows.time(mail.arrivedAt()),
              mail.alertIds().toArray(String[]::new),
              mail.picture() == null ? "" : mail.picture().pictureId(),
              mail.unsubscribe()
            });
    write(
        "insert into mail_alert (mail_id, alert_id, recipient) values (?, ?, ?) on conflict do nothing",
        mails.stream()
            .flatMap(mail ->
                mail.alertIds().stream()
                    .map(alertId -> new String[] {mail.mailId(), alertId, mail.recipient()}))
            .toList(),
        row -> row);
  }

  /** Whoever has ended the digests gets none, whoever decides who is told. */
  private List<OutgoingMail> withoutUnsubscribed(List<OutgoingMail> mails) {
    String[] readers =
        mails.stream()
            .filter(mail -> !mail.unsubscribe().isEmpty())
            .map(OutgoingMail::recipient)
            .distinct()
            .toArray(String[]::new);
    if (readers.length == 0) {
      return mails;
    }
    Set<String> ended =
        tx.fetch(
                "select recipient || ' ' || bureau_id as which from digest_ended where recipient = any(?)",
                (Object) readers)
            .intoSet("which", String.class);
    return mails.stream()
        .filter(mail ->
            mail.unsubscribe().isEmpty()
                || !ended.contains(mail.recipient() + " " + mail.bureauId()))
        .toList();
  }

  private void pictures(List<OutgoingMail> mails) {
    List<Picture> pictures =
        mails.stream().map(OutgoingMail::picture).filter(Objects::nonNull).distinct().toList();
    write(
        "insert into mail_picture (picture_id, png) values (?, ?) on conflict do nothing",
        pictures,
        picture -> new @Nullable Object[] {picture.pictureId(), picture.png()});
  }

  void waiting(List<Pending> items) {
    write(
        """
        insert into pending_notice (transition_id, kind, address, bureau_id, alert_id, alert_version, severity, rung, at,
          cause_event_at, arrived_at, due_at, judgement, told_at, told_transition, told_shortfall, told_chance, told_cause,
          told_severity, course)
        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz),
          cast(? as timestamptz), ?, cast(? as timestamptz), cast(? as text), cast(? as double precision),
          cast(? as double precision), cast(? as text), cast(? as text), ?)
        on conflict do nothing
        """,
        items,
        Writes::row);
  }

  private static @Nullable Object[] row(Pending item) {
    Notice notice = item.notice();
    Told before = notice.before();
    return new @Nullable Object[] {
      notice.alert().transitionId(),
      notice.kind().name(),
      item.address(),
      item.bureauId(),
      notice.alert().alertId(),
      notice.alert().version(),
      notice.alert().severity().name(),
      item.rung(),
      Rows.time(notice.at()),
      Rows.time(notice.causeEventAt()),
      Rows.time(notice.arrivedAt()),
      Rows.time(item.dueAt()),
      VerdictWriter.write(notice.verdict()).toByteArray(),
      before == null ? null : Rows.time(before.at()),
      before == null ? null : before.firstTransitionId(),
      before == null ? null : (Double) before.shortfall(),
      before == null ? null : before.chance(),
      before == null ? null : before.mainCause(),
      before == null ? null : before.severity().name(),
      CourseWire.bytes(notice.verdict().course())
    };
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : Rows.time(at);
  }

  private <T> void write(String sql, Collection<T> items, Function<T, @Nullable Object[]> row) {
    if (!items.isEmpty()) {
      tx.batch(sql, items.stream().map(row).toArray(Object[][]::new)).execute();
    }
  }
}
