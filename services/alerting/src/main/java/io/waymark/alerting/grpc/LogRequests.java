package io.waymark.alerting.grpc;

import com.google.protobuf.Timestamp;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.NotificationLog.Filter;
import io.waymark.chassis.failure.Violation;
import io.waymark.proto.alerting.v1.ListNotificationsRequest;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import io.waymark.refusals.Expected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which lines of the log are asked for. */
final class LogRequests {
  private LogRequests() {}

  static Filter filter(ListNotificationsRequest request, List<Violation> violations) {
    return new Filter(
        Requests.id("bureau_id", request.getBureauId(), violations),
        Requests.id("recipient", request.getRecipient(), violations),
        Requests.id("subject_id", request.getSubjectId(), violations),
        Requests.id("alert_id", request.getAlertId(), violations),
        Requests.id("channel", request.getChannel(), violations),
        outcome(request, violations),
        request.hasFrom() ? time("from", request.getFrom(), violations) : null,
        request.hasUntil() ? time("until", request.getUntil(), violations) : null);
  }

  private static Notification.@Nullable Result outcome(
      ListNotificationsRequest request, List<Violation> violations) {
    NotificationOutcome outcome = request.getOutcome();
    return switch (outcome) {
      case NOTIFICATION_OUTCOME_UNSPECIFIED -> null;
      case NOTIFICATION_OUTCOME_ACCEPTED -> Notification.Result.ACCEPTED;
      case NOTIFICATION_OUTCOME_PUT_OFF -> Notification.Result.PUT_OFF;
      case NOTIFICATION_OUTCOME_UNREACHED -> Notification.Result.UNREACHED;
      case NOTIFICATION_OUTCOME_FAILED -> Notification.Result.FAILED;
      case NOTIFICATION_OUTCOME_DELAYED -> Notification.Result.DELAYED;
      case NOTIFICATION_OUTCOME_BOUNCED -> Notification.Result.BOUNCED;
      case UNRECOGNIZED -> {
        violations.add(
            new Violation(
                "outcome",
                Integer.toString(request.getOutcomeValue()),
                Expected.ONE_OF.with("accepted, put_off, unreached, failed, delayed, bounced")));
        yield null;
      }
    };
  }

  // Years that PostgreSQL and people know.
  private static @Nullable Instant time(String field, Timestamp time, List<Violation> violations) {
    try {
      Instant at = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
      if (!at.isBefore(Instant.EPOCH) && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
        return at;
      }
    } catch (DateTimeException | ArithmeticException e) {
      violations.add(wrong(field, time));
      return null;
    }
    violations.add(wrong(field, time));
    return null;
  }

  private static Violation wrong(String field, Timestamp time) {
    return new Violation(field, time.getSeconds() + " s", Expected.TIME_SINCE_1970.with());
  }
}
