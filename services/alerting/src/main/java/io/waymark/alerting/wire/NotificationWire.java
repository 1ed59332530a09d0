package io.waymark.alerting.wire;

import io.waymark.alerting.domain.BounceIntake.Receipt;
import io.waymark.alerting.domain.Notification;
import io.waymark.proto.alerting.v1.BounceHandling;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import io.waymark.proto.alerting.v1.ReportedBounce;

/** Writes the log's lines, and what became of mail servers' reports, as messages. */
public final class NotificationWire {
  private NotificationWire() {}

  /** One line of the log. */
  public static io.waymark.proto.alerting.v1.Notification line(Notification line) {
    return io.waymark.proto.alerting.v1.Notification.newBuilder()
        .setNumber(line.number())
        .setAt(Fields.time(line.at()))
        .setRecordedAt(Fields.time(line.recordedAt()))
        .setChannel(line.channel())
        .setNotificationId(line.notificationId())
        .setMessageId(line.messageId())
        .setRecipient(line.recipient())
        .setBureauId(line.bureauId())
        .addAllAlertIds(line.alertIds())
        .addAllSubjectIds(line.subjectIds())
        .setSubject(line.subject())
        .setAttempt(line.attempt())
        .setOutcome(NotificationOutcome.valueOf("NOTIFICATION_OUTCOME_" + line.outcome().name()))
        .setAnswer(line.answer())
        .build();
  }

  /** What became of one recipient's report. */
  public static ReportedBounce bounce(Receipt receipt) {
    return ReportedBounce.newBuilder()
        .setRecipient(receipt.bounce().recipients().stream().findFirst().orElse(""))
        .setMailId(receipt.mailId())
        .setHandling(BounceHandling.valueOf("BOUNCE_HANDLING_" + receipt.noted().name()))
        .setStatus(receipt.bounce().status())
        .setDiagnostic(receipt.bounce().diagnostic())
        .build();
  }
}
