package io.waymark.alerting.postgres;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.Action;
import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.Alert.Acknowledgement;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Care;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Owing;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Told;
import io.waymark.alerting.domain.Transition;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.wire.CareWire;
import io.waymark.alerting.wire.CourseWire;
import io.waymark.alerting.wire.DutyWire;
import io.waymark.alerting.wire.VerdictReader;
import io.waymark.proto.alerting.v1.AlertCare;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads rows. */
final class Rows {
  private Rows() {}

  static SubjectKey subject(Record row) {
    return new SubjectKey(
        SubjectKind.valueOf(text(row, "kind")), text(row, "plan_id"), text(row, "subject_id"));
  }

  static Alert alert(Record row) {
    byte[] care = row.get("care", byte[].class);
    AlertCare stored = care == null ? null : CareWire.parse(care);
    return new Alert(
        text(row, "alert_id"),
        subject(row),
        new Text(text(row, "name_zh"), text(row, "name_en")),
        text(row, "lead_bureau_id"),
        AlertStatus.valueOf(text(row, "status")),
        Severity.valueOf(text(row, "severity")),
        flag(row, "paused"),
        time(row, "opened_at"),
        timeOrNull(row, "resolved_at"),
        new Text(text(row, "sentence_zh"), text(row, "sentence_en")),
        flag(row, "simulated"),
        text(row, "previous_alert_id"),
        number(row, "version"),
        told(row),
        acknowledgement(row, stored),
        stored == null ? raised(row) : CareWire.read(stored));
  }

  /** An alert from before there was a ladder. */
  private static Care raised(Record row) {
    Instant at = time(row, "opened_at");
    return new Care(
        Concern.PROGRESS,
        "",
        false,
        at,
        at,
        at,
        null,
        null,
        null,
        "",
        List.of(),
        0,
        null,
        null,
        0,
        null,
        null,
        false,
        null);
  }

  static @Nullable Told told(Record row) {
    Instant at = timeOrNull(row, "told_at");
    if (at == null) {
      return null;
    }
    return new Told(
        at,
        text(row, "told_transition"),
        Objects.requireNonNull(row.get("told_shortfall", Double.class)),
        row.get("told_chance", Double.class),
        text(row, "told_cause"),
        Severity.valueOf(text(row, "told_severity")));
  }

  private static @Nullable Acknowledgement acknowledgement(Record row, @Nullable AlertCare stored) {
    Actor actor = actor(row, "taken_by", "taken_person", "taken_bureau", "taken_channel");
    if (actor == null) {
      return null;
    }
    Severity then = stored == null ? null : CareWire.takenSeverity(stored);
    return new Acknowledgement(
        actor,
        text(row, "taken_comment"),
        then == null ? Severity.valueOf(text(row, "severity")) : then);
  }

  static Transition transition(Record row) {
    return new Transition(
        text(row, "alert_id"),
        number(row, "version"),
        Action.valueOf(text(row, "action")),
        AlertStatus.valueOf(text(row, "status")),
        Severity.valueOf(text(row, "severity")),
        time(row, "at"),
        actor(row, "actor_name", "actor_person", "actor_bureau", "actor_channel"),
        text(row, "cause_event_id"),
        text(row, "judgement_id"),
        text(row, "comment"),
        row.get("plan_by", LocalDate.class),
        text(row, "assignee"));
  }

  static Bureau bureau(Record row) {
    return new Bureau(
        text(row, "bureau_id"),
        number(row, "version"),
        new Text(text(row, "name_zh"), text(row, "name_en")),
        text(row, "parent_id"),
        List.of(Objects.requireNonNull(row.get("emails", String[].class))),
        Language.of(text(row, "language")),
        standIns(row));
  }

  private static List<Bureau.StandIn> standIns(Record row) {
    String[] names = Objects.requireNonNull(row.get("stand_in_names", String[].class));
    String[] emails = Objects.requireNonNull(row.get("stand_in_emails", String[].class));
    String[] bureaus = Objects.requireNonNull(row.get("stand_in_bureaus", String[].class));
    LocalDate[] from = Objects.requireNonNull(row.get("stand_in_from", LocalDate[].class));
    @Nullable LocalDate[] until =
        Objects.requireNonNull(row.get("stand_in_until", LocalDate[].class));
    List<Bureau.StandIn> standIns = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      standIns.add(new Bureau.StandIn(names[i], emails[i], bureaus[i], from[i], until[i]));
    }
    return standIns;
  }

  /**
   * A mail with its bodies, unless the row leaves them out, and with its picture where it has one.
   */
  static OutgoingMail mail(Record row) {
    return new OutgoingMail(
        text(row, "mail_id"),
        text(row, "message_id"),
        text(row, "thread_id"),
        text(row, "alert_id"),
        text(row, "transition_id"),
        text(row, "bureau_id"),
        text(row, "recipient"),
        Language.of(text(row, "language")),
        text(row, "subject"),
        text(row, "body_text"),
        text(row, "body_html"),
        time(row, "created_at"),
        time(row, "cause_event_at"),
        time(row, "arrived_at"),
        List.of(Objects.requireNonNull(row.get("alert_ids", String[].class))),
        picture(row),
        text(row, "unsubscribe"));
  }

  private static @Nullable Picture picture(Record row) {
    byte[] png = row.field("png") == null ? null : row.get("png", byte[].class);
    return png == null ? null : new Picture(text(row, "picture_id"), png);
  }

  static StoredMail storedMail(Record row) {
    return new StoredMail(
        mail(row),
        DeliveryStatus.valueOf(text(row, "status")),
        Objects.requireNonNull(row.get("attempts", Integer.class)),
        text(row, "last_answer"),
        timeOrNull(row, "sent_at"));
  }

  static Silence silence(Record row) {
    String kind = row.get("kind", String.class);
    String severity = row.get("severity", String.class);
    return new Silence(
        text(row, "silence_id"),
        new Silence.Matcher(
            text(row, "plan_id"),
            text(row, "subject_id"),
            text(row, "bureau_id"),
            text(row, "category"),
            kind == null ? null : SubjectKind.valueOf(kind),
            severity == null ? null : Severity.valueOf(severity)),
        text(row, "reason"),
        Objects.requireNonNull(actor(row, "by_name", "by_person", "by_bureau", "by_channel")),
        time(row, "from_at"),
        time(row, "until_at"),
        actor(row, "ended_name", "ended_person", "ended_bureau", "ended_channel"));
  }

  static Preference preference(Record row) {
    String from = row.get("immediate_from", String.class);
    return new Preference(
        text(row, "address"),
        from == null ? null : Severity.valueOf(from),
        Preference.Digest.valueOf(text(row, "digest")),
        row.get("quiet_from", LocalTime.class),
        row.get("quiet_to", LocalTime.class));
  }

  static AlertState state(Record row, SubjectKey key) {
    Alert alert = row.get("alert_id") == null ? null : alert(row);
    long version = Objects.requireNonNull(row.get("judgement_version", Long.class));
    boolean judged = row.get("judgement") != null;
    Owing owing =
        new Owing(
            number(row, "owed_version"),
            DutyWire.parse(row.get("owed", byte[].class)),
            timeOrNull(row, "owed_at"));
    return new AlertState(key, version, alert, judged ? verdict(row) : null, owing);
  }

  /** The subject's key where its columns are told apart from the alert's. */
  static SubjectKey key(Record row) {
    return new SubjectKey(
        SubjectKind.valueOf(text(row, "s_kind")), text(row, "s_plan"), text(row, "s_id"));
  }

  static Verdict verdict(Record row) {
    byte[] judgement = Objects.requireNonNull(row.get("judgement", byte[].class));
    byte[] course = row.get("course", byte[].class);
    try {
      Verdict verdict = VerdictReader.read(Judgement.parseFrom(judgement));
      return course == null ? verdict : verdict.with(CourseWire.read(course));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a stored judgement cannot be read", e);
    }
  }

  static OffsetDateTime time(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  static Instant time(Record row, String column) {
    return Objects.requireNonNull(timeOrNull(row, column), column);
  }

  static List<String> texts(Record row, String column) {
    return List.of(Objects.requireNonNull(row.get(column, String[].class)));
  }

  static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  private static @Nullable Instant timeOrNull(Record row, String column) {
    OffsetDateTime at = row.get(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static boolean flag(Record row, String column) {
    return Boolean.TRUE.equals(row.get(column, Boolean.class));
  }

  private static long number(Record row, String column) {
    return Objects.requireNonNull(row.get(column, Long.class), column);
  }

  private static @Nullable Actor actor(
      Record row, String name, String person, String bureau, String channel) {
    String who = row.get(name, String.class);
    return who == null
        ? null
        : new Actor(who, flag(row, person), text(row, bureau), text(row, channel));
  }
}
