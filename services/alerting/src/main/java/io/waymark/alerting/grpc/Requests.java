package io.waymark.alerting.grpc;

import io.waymark.alerting.domain.AlertArchive.AlertFilter;
import io.waymark.alerting.domain.AlertArchive.MailFilter;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.wire.AlertWire;
import io.waymark.alerting.wire.VerdictReader;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.refusals.Expectation;
import io.waymark.refusals.Expected;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests; refuses them with every violation named. */
final class Requests {
  private static final int LONGEST_ID = 200;
  private static final int MOST_JUDGEMENTS = 1000;
  private static final int MOST_VIOLATIONS = 50;

  private Requests() {}

  static AlertFilter alerts(ListAlertsRequest request, List<Violation> violations) {
    return new AlertFilter(
        id("plan_id", request.getPlanId(), violations),
        status(request, violations),
        id("bureau_id", request.getBureauId(), violations),
        id("subject_id", request.getSubjectId(), violations),
        request.getIncludeResolved(),
        AlertWire.severity(request.getSeverity()),
        kind(request.getKind(), violations),
        id("category", request.getCategory(), violations),
        concern(request, violations),
        id("assignee", request.getAssignee(), violations));
  }

  static MailFilter mails(ListMailsRequest request, List<Violation> violations) {
    return new MailFilter(
        id("alert_id", request.getAlertId(), violations),
        id("bureau_id", request.getBureauId(), violations),
        status(request, violations));
  }

  /** The hypothetical verdicts of a preview. */
  static List<Verdict> verdicts(PreviewAlertsRequest request) {
    List<Violation> violations = new ArrayList<>();
    int count = request.getJudgementsCount();
    if (count < 1 || count > MOST_JUDGEMENTS) {
      violations.add(
          new Violation(
              "judgements", Integer.toString(count), Expected.ITEMS.with(1, MOST_JUDGEMENTS)));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < count && violations.size() < MOST_VIOLATIONS; i++) {
      Judgement judgement = request.getJudgements(i);
      id("judgements[" + i + "].plan_id", judgement.getPlanId(), violations);
      id("judgements[" + i + "].subject_id", judgement.getSubjectId(), violations);
      id("judgements[" + i + "].lead_bureau_id", judgement.getLeadBureauId(), violations);
      try {
        verdicts.add(VerdictReader.read(judgement));
      } catch (IllegalArgumentException | DateTimeException e) {
        violations.add(
            new Violation(
                "judgements[" + i + "]",
                String.valueOf(e.getMessage()),
                Expected.JUDGEMENT.with()));
      }
    }
    refuse(violations);
    return verdicts;
  }

  static @Nullable SubjectKind kind(
      io.waymark.proto.indicator.v1.SubjectKind kind, List<Violation> violations) {
    return switch (kind) {
      case SUBJECT_KIND_UNSPECIFIED -> null;
      case SUBJECT_KIND_TARGET -> SubjectKind.TARGET;
      case SUBJECT_KIND_PROJECT -> SubjectKind.PROJECT;
      case UNRECOGNIZED -> {
        violations.add(new Violation("kind", kind.name(), Expected.ONE_OF.with("target, project")));
        yield null;
      }
    };
  }

  static void needed(String field, String id) {
    List<Violation> violations = new ArrayList<>();
    needed(field, id, violations);
    refuse(violations);
  }

  static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }

  static void needed(String field, String id, List<Violation> violations) {
    if (id.isEmpty()) {
      violations.add(new Violation(field, "", Expected.AN_ID.with()));
    }
    id(field, id, violations);
  }

  // PostgreSQL takes no NUL in a text.
  static String id(String field, String id, List<Violation> violations) {
    if (id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      violations.add(
          new Violation(
              field, id.replace("\0", "\\0"), Expected.AT_MOST_CHARACTERS.with(LONGEST_ID)));
    }
    return id;
  }

  private static @Nullable Concern concern(ListAlertsRequest request, List<Violation> violations) {
    return switch (request.getConcern()) {
      case ALERT_CONCERN_UNSPECIFIED -> null;
      case ALERT_CONCERN_PROGRESS -> Concern.PROGRESS;
      case ALERT_CONCERN_SILENCE -> Concern.SILENCE;
      case UNRECOGNIZED -> {
        violations.add(
            new Violation(
                "concern",
                Integer.toString(request.getConcernValue()),
                Expected.ONE_OF.with("progress, silence")));
        yield null;
      }
    };
  }

  private static @Nullable AlertStatus status(
      ListAlertsRequest request, List<Violation> violations) {
    return switch (request.getStatus()) {
      case ALERT_STATUS_UNSPECIFIED -> null;
      case ALERT_STATUS_OPEN -> AlertStatus.OPEN;
      case ALERT_STATUS_ACKNOWLEDGED -> AlertStatus.ACKNOWLEDGED;
      case ALERT_STATUS_RESOLVED -> AlertStatus.RESOLVED;
      case ALERT_STATUS_RECTIFYING -> AlertStatus.RECTIFYING;
      case ALERT_STATUS_RESTATED -> AlertStatus.RESTATED;
      case UNRECOGNIZED -> {
        violations.add(
            unknown(
                request.getStatusValue(),
                Expected.ONE_OF.with("open, acknowledged, rectifying, resolved, restated")));
        yield null;
      }
    };
  }

  private static @Nullable DeliveryStatus status(
      ListMailsRequest request, List<Violation> violations) {
    return switch (request.getStatus()) {
      case DELIVERY_STATUS_UNSPECIFIED -> null;
      case DELIVERY_STATUS_PENDING -> DeliveryStatus.PENDING;
      case DELIVERY_STATUS_SENT -> DeliveryStatus.SENT;
      case DELIVERY_STATUS_FAILED -> DeliveryStatus.FAILED;
      case UNRECOGNIZED -> {
        violations.add(
            unknown(request.getStatusValue(), Expected.ONE_OF.with("pending, sent, failed")));
        yield null;
      }
    };
  }

  private static Violation unknown(int number, Expectation expectation) {
    return new Violation("status", Integer.toString(number), expectation);
  }
}
