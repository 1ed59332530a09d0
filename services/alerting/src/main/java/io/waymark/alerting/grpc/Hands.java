package io.waymark.alerting.grpc;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.Assign;
import io.waymark.alerting.domain.AlertCommand.Comment;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import io.waymark.alerting.domain.AlertCommand.Resolve;
import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.wire.AlertWire;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AlertMatcher;
import io.waymark.proto.alerting.v1.AssignAlertRequest;
import io.waymark.proto.alerting.v1.CommentAlertRequest;
import io.waymark.proto.alerting.v1.CreateSilenceRequest;
import io.waymark.proto.alerting.v1.PlanActionRequest;
import io.waymark.proto.alerting.v1.ResolveAlertRequest;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what people ask; refuses it with every violation named. */
final class Hands {
  private static final int LONGEST_COMMENT = 2000;

  private Hands() {}

  static Acknowledge acknowledge(AcknowledgeAlertRequest request, Actor actor) {
    List<Violation> violations = new ArrayList<>();
    Requests.needed("alert_id", request.getAlertId(), violations);
    comment("comment", request.getComment(), false, violations);
    LocalDate until = date("until", request.getUntil(), false, violations);
    Requests.refuse(violations);
    return new Acknowledge(actor, request.getComment(), until);
  }

  static PlanAction plan(PlanActionRequest request, Actor actor) {
    List<Violation> violations = new ArrayList<>();
    Requests.needed("alert_id", request.getAlertId(), violations);
    comment("text", request.getText(), true, violations);
    LocalDate by = date("by", request.getBy(), true, violations);
    Requests.refuse(violations);
    return new PlanAction(actor, request.getText(), by == null ? LocalDate.EPOCH : by);
  }

  static Assign assign(AssignAlertRequest request, Actor actor) {
    List<Violation> violations = new ArrayList<>();
    Requests.needed("alert_id", request.getAlertId(), violations);
    Requests.id("assignee", request.getAssignee(), violations);
    comment("comment", request.getComment(), false, violations);
    Requests.refuse(violations);
    return new Assign(actor, request.getComment(), request.getAssignee());
  }

  static Comment comment(CommentAlertRequest request, Actor actor) {
    List<Violation> violations = new ArrayList<>();
    Requests.needed("alert_id", request.getAlertId(), violations);
    comment("comment", request.getComment(), true, violations);
    Requests.refuse(violations);
    return new Comment(actor, request.getComment());
  }

  static Resolve resolve(ResolveAlertRequest request, Actor actor) {
    List<Violation> violations = new ArrayList<>();
    Requests.needed("alert_id", request.getAlertId(), violations);
    comment("reason", request.getReason(), true, violations);
    Requests.refuse(violations);
    return new Resolve(actor, request.getReason());
  }

  /**
   * A silence from now on, to the end of its last day.
   *
   * @param anyBureau whether the actor may silence every bureau's alerts
   */
  static Silence silence(
      CreateSilenceRequest request, Actor actor, boolean anyBureau, Clock clock) {
    List<Violation> violations = new ArrayList<>();
    AlertMatcher asked = request.getMatcher();
    Silence.Matcher matcher =
        new Silence.Matcher(
            Requests.id("matcher.plan_id", asked.getPlanId(), violations),
            Requests.id("matcher.subject_id", asked.getSubjectId(), violations),
            Requests.id(
                "matcher.bureau_id",
                asked.getBureauId().isEmpty() && !anyBureau
                    ? actor.bureauId()
                    : asked.getBureauId(),
                violations),
            Requests.id("matcher.category", asked.getCategory(), violations),
            Requests.kind(asked.getKind(), violations),
            AlertWire.severity(asked.getSeverity()));
    comment("reason", request.getReason(), true, violations);
    LocalDate until = date("until", request.getUntil(), true, violations);
    Requests.refuse(violations);
    if (!anyBureau && !matcher.bureauId().equals(actor.bureauId())) {
      throw Failure.notYours(Refused.ALERTS_NOT_YOURS.with(matcher.bureauId(), actor.bureauId()));
    }
    Instant end =
        (until == null ? LocalDate.EPOCH : until)
            .plusDays(1)
            .atStartOfDay(clock.getZone())
            .toInstant();
    return new Silence(
        "silence-" + UUID.randomUUID().toString().substring(0, 8),
        matcher,
        request.getReason(),
        actor,
        clock.instant(),
        end,
        null);
  }

  static Preference preference(SetPreferenceRequest request) {
    List<Violation> violations = new ArrayList<>();
    Requests.needed("address", request.getAddress(), violations);
    LocalTime from = time("quiet_from", request.getQuietFrom(), violations);
    LocalTime to = time("quiet_to", request.getQuietTo(), violations);
    if ((from == null) != (to == null)) {
      violations.add(
          new Violation("quiet_to", request.getQuietTo(), Expected.BOTH_QUIET_TIMES.with()));
    }
    Preference.Digest digest =
        switch (request.getDigest()) {
          case DIGEST_RHYTHM_NONE -> Preference.Digest.NONE;
          case DIGEST_RHYTHM_DAILY -> Preference.Digest.DAILY;
          case DIGEST_RHYTHM_WEEKLY -> Preference.Digest.WEEKLY;
          case DIGEST_RHYTHM_MONTHLY, DIGEST_RHYTHM_UNSPECIFIED -> Preference.Digest.MONTHLY;
          case UNRECOGNIZED -> {
            violations.add(
                new Violation(
                    "digest",
                    Integer.toString(request.getDigestValue()),
                    Expected.ONE_OF.with("none, daily, weekly, monthly")));
            yield Preference.Digest.MONTHLY;
          }
        };
    Requests.refuse(violations);
    return new Preference(
        request.getAddress(), AlertWire.severity(request.getImmediateFrom()), digest, from, to);
  }

  private static void comment(
      String field, String text, boolean needed, List<Violation> violations) {
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_COMMENT) {
      violations.add(
          new Violation(
              field, Integer.toString(length), Expected.AT_MOST_CHARACTERS.with(LONGEST_COMMENT)));
    } else if (needed && text.isBlank()) {
      violations.add(new Violation(field, "", Expected.CHARACTERS.with(LONGEST_COMMENT)));
    } else if (text.indexOf('\0') >= 0) {
      violations.add(new Violation(field, "\\0", Expected.NO_CONTROL_CHARACTERS.with()));
    }
  }

  private static @Nullable LocalDate date(
      String field, String date, boolean needed, List<Violation> violations) {
    if (date.isEmpty() && !needed) {
      return null;
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      violations.add(new Violation(field, date, Expected.SOME_DATE.with()));
      return null;
    }
  }

  private static @Nullable LocalTime time(String field, String time, List<Violation> violations) {
    if (time.isEmpty()) {
      return null;
    }
    try {
      return LocalTime.parse(time);
    } catch (DateTimeException e) {
      violations.add(new Violation(field, time, Expected.TIME.with()));
      return null;
    }
  }
}
