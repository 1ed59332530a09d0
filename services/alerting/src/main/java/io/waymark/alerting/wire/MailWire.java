package io.waymark.alerting.wire;

import com.google.protobuf.ByteString;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.proto.alerting.v1.Mail;

/** Writes mails as messages. */
public final class MailWire {
  private MailWire() {}

  /** The mail without its bodies. */
  public static Mail head(StoredMail stored) {
    OutgoingMail mail = stored.mail();
    Mail.Builder message =
        Mail.newBuilder()
            .setMailId(mail.mailId())
            .setMessageId(mail.messageId())
            .setAlertId(mail.alertId())
            .setBureauId(mail.bureauId())
            .setRecipient(mail.recipient())
            .setSubject(mail.subject())
            .setStatus(status(stored.status()))
            .setAttempts(stored.attempts())
            .setLastAnswer(stored.lastAnswer())
            .setCreatedAt(Fields.time(mail.createdAt()));
    if (stored.sentAt() != null) {
      message.setSentAt(Fields.time(stored.sentAt()));
    }
    return message.build();
  }

  /** The mail as it was written. */
  public static Mail whole(StoredMail stored) {
    Mail.Builder mail =
        head(stored).toBuilder().setText(stored.mail().text()).setHtml(stored.mail().html());
    Picture picture = stored.mail().picture();
    return picture == null
        ? mail.build()
        : mail.setChart(ByteString.copyFrom(picture.png())).build();
  }

  private static io.waymark.proto.alerting.v1.DeliveryStatus status(DeliveryStatus status) {
    return switch (status) {
      case PENDING -> io.waymark.proto.alerting.v1.DeliveryStatus.DELIVERY_STATUS_PENDING;
      case SENT -> io.waymark.proto.alerting.v1.DeliveryStatus.DELIVERY_STATUS_SENT;
      case FAILED -> io.waymark.proto.alerting.v1.DeliveryStatus.DELIVERY_STATUS_FAILED;
    };
  }
}
