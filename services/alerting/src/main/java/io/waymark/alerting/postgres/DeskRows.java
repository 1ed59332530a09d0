package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStore.DueDigest;
import io.waymark.alerting.domain.AlertStore.Ripening;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Pending;
import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What waits to be told, silences, preferences and digests. */
final class DeskRows {
  private final DSLContext tx;

  DeskRows(DSLContext tx) {
    this.tx = tx;
  }

  List<AlertState> liveOf(String bureauId) {
    return tx.fetch(
            """
            select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id, s.judgement_version, s.judgement, s.course,
              s.owed_version, s.owed, s.owed_at, a.*
            from alert a join subject s on s.alert_id = a.alert_id
            where a.status not in ('RESOLVED', 'RESTATED') and (? = '' or a.lead_bureau_id = ?)
            order by a.opened_at, a.alert_id
            """,
            bureauId,
            bureauId)
        .map(row -> Rows.state(row, Rows.key(row)));
  }

  /** The index of a bureau's alerts finds them; a bureau has hundreds, not millions. */
  List<AlertState> overSince(String bureauId, Instant since) {
    return tx.fetch(
            """
            select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id, s.judgement_version, s.judgement, s.course,
              s.owed_version, s.owed, s.owed_at, a.*
            from alert a join subject s on (s.kind, s.plan_id, s.subject_id) = (a.kind, a.plan_id, a.subject_id)
            where a.status in ('RESOLVED', 'RESTATED') and a.lead_bureau_id = ? and a.resolved_at > cast(? as timestamptz)
            order by a.resolved_at desc, a.alert_id
            """,
            bureauId,
            Rows.time(since))
        .map(row -> Rows.state(row, Rows.key(row)));
  }

  List<Ripening> ripening(Instant now) {
    return tx.fetch(
            """
            select p.bureau_id, count(*) as n, min(p.queued_at) as oldest, max(p.queued_at) as newest
            from pending_notice p where p.due_at <= cast(? as timestamptz)
              and exists (select from bureau b where b.bureau_id = p.bureau_id)
            group by p.bureau_id order by min(p.queued_at)
            """,
            Rows.time(now))
        .map(row ->
            new Ripening(
                Rows.text(row, "bureau_id"),
                Objects.requireNonNull(row.get("n", Integer.class)),
                Rows.time(row, "oldest"),
                Rows.time(row, "newest")));
  }

  /** The bureau's row says who has it in hand. */
  List<Pending> take(String bureauId, Instant now) {
    boolean ours =
        tx.fetchOptional(
                "select bureau_id from bureau where bureau_id = ? for no key update skip locked",
                bureauId)
            .isPresent();
    if (!ours) {
      return List.of();
    }
    List<Record> rows =
        new ArrayList<>(
            tx.fetch(
                "delete from pending_notice where bureau_id = ? and due_at <= cast(? as timestamptz) returning *",
                bureauId,
                Rows.time(now)));
    rows.sort(Comparator.comparing(row -> Objects.requireNonNull(row.get("position", Long.class))));
    Map<String, Alert> alerts = new HashMap<>();
    tx.fetch(
            "select * from alert where alert_id = any(?)",
            (Object) rows.stream().map(row -> Rows.text(row, "alert_id")).toArray(String[]::new))
        .map(Rows::alert)
        .forEach(alert -> alerts.put(alert.alertId(), alert));
    return rows.stream().map(row -> pending(row, alerts)).toList();
  }

  private static Pending pending(Record row, Map<String, Alert> alerts) {
    Alert now = Objects.requireNonNull(alerts.get(Rows.text(row, "alert_id")));
    Notice notice =
        Notice.thatWaited(
            NoticeKind.valueOf(Rows.text(row, "kind")),
            now,
            Objects.requireNonNull(row.get("alert_version", Long.class)),
            Severity.valueOf(Rows.text(row, "severity")),
            Rows.verdict(row),
            Rows.told(row),
            Rows.time(row, "at"),
            Rows.time(row, "cause_event_at"),
            Rows.time(row, "arrived_at"));
    return new Pending(
        notice, Rows.text(row, "rung"), Rows.text(row, "address"), Rows.time(row, "due_at"));
  }

  List<Instant> mailedSince(String bureauId, Instant since) {
    return tx.fetch(
            """
            select distinct created_at from mail
            where bureau_id = ? and created_at > cast(? as timestamptz) order by created_at
            """,
            bureauId,
            Rows.time(since))
        .map(row -> Rows.time(row, "created_at"));
  }

  void keepSilence(Silence silence, @Nullable Instant warnAt) {
    Actor by = silence.by();
    Actor ended = silence.endedBy();
    Silence.Matcher matcher = silence.matcher();
    tx.execute(
        """
        insert into silence (silence_id, plan_id, subject_id, bureau_id, category, kind, severity, reason,
          by_name, by_person, by_bureau, by_channel, from_at, until_at, warn_at,
          ended_name, ended_person, ended_bureau, ended_channel)
        values (?, ?, ?, ?, ?, cast(? as text), cast(? as text), ?, ?, ?, ?, ?, cast(? as timestamptz),
          cast(? as timestamptz), cast(? as timestamptz), cast(? as text), cast(? as boolean), cast(? as text), cast(? as text))
        on conflict (silence_id) do update set until_at = excluded.until_at, warn_at = excluded.warn_at,
          ended_name = excluded.ended_name, ended_person = excluded.ended_person,
          ended_bureau = excluded.ended_bureau, ended_channel = excluded.ended_channel
        """,
        silence.silenceId(),
        matcher.planId(),
        matcher.subjectId(),
        matcher.bureauId(),
        matcher.category(),
        matcher.kind() == null ? null : matcher.kind().name(),
        matcher.severity() == null ? null : matcher.severity().name(),
        silence.reason(),
        by.name(),
        by.person(),
        by.bureauId(),
        by.channel(),
        Rows.time(silence.from()),
        Rows.time(silence.until()),
        warnAt == null ? null : Rows.time(warnAt),
        ended == null ? null : ended.name(),
        ended == null ? null : (Boolean) ended.person(),
        ended == null ? null : ended.bureauId(),
        ended == null ? null : ended.channel());
  }

  void keepPreference(Preference preference, Actor by, Instant at) {
    String from = preference.immediateFrom() == null ? null : preference.immediateFrom().name();
    String quietFrom = preference.quietFrom() == null ? null : preference.quietFrom().toString();
    String quietTo = preference.quietTo() == null ? null : preference.quietTo().toString();
    tx.execute(
        """
        insert into preference (address, immediate_from, digest, quiet_from, quiet_to)
        values (?, cast(? as text), ?, cast(? as time), cast(? as time))
        on conflict (address) do update set immediate_from = excluded.immediate_from, digest = excluded.digest,
          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
        """,
        preference.address(),
        from,
        preference.digest().name(),
        quietFrom,
        quietTo);
    tx.execute(
        """
        insert into preference_change (address, immediate_from, digest, quiet_from, quiet_to, by_name, by_bureau, at)
        values (?, cast(? as text), ?, cast(? as time), cast(? as time), ?, ?, cast(? as timestamptz))
        """,
        preference.address(),
        from,
        preference.digest().name(),
        quietFrom,
        quietTo,
        by.name(),
        by.bureauId(),
        Rows.time(at));
  }

  List<DueDigest> digests(Instant now, int atMost) {
    return tx.fetch(
            """
            select * from digest where due_at <= cast(? as timestamptz) order by due_at limit ? for update skip locked
            """,
            Rows.time(now),
            atMost)
        .map(row ->
            new DueDigest(
                Rows.text(row, "bureau_id"),
                Preference.Digest.valueOf(Rows.text(row, "digest")),
                Rows.time(row, "due_at")));
  }

  void planDigest(String bureauId, Preference.Digest digest, Instant at) {
    tx.execute(
        """
        insert into digest (bureau_id, digest, due_at) values (?, ?, cast(? as timestamptz))
        on conflict (bureau_id, digest) do update set due_at = excluded.due_at
        """,
        bureauId,
        digest.name(),
        Rows.time(at));
  }
}
