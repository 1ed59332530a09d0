package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Bounce;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Expectation;
import io.waymark.refusals.Expected;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/** Reads delivery status notifications: RFC 3464, and RFC 6533 for addresses beyond ASCII. */
final class BounceReader {
  static final int LARGEST = 1024 * 1024;
  private static final int MOST_RECIPIENTS = 100;
  private static final int MOST_PARTS = 10;

  private BounceReader() {}

  /**
   * What a notification says of each recipient.
   *
   * @throws Failure if it is none
   */
  static List<Bounce> read(byte[] mail) {
    if (mail.length == 0 || mail.length > LARGEST) {
      throw refused(Integer.toString(mail.length), Expected.BYTES.with(1, LARGEST));
    }
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      if (!message.isMimeType("multipart/report")) {
        throw notOne(message.getContentType());
      }
      return parts(new MimeMultipart(message.getDataHandler().getDataSource()));
    } catch (MessagingException | IOException e) {
      throw notOne(String.valueOf(e.getMessage()));
    }
  }

  private static List<Bounce> parts(MimeMultipart report) throws MessagingException, IOException {
    DeliveryStatus status = null;
    String messageId = "";
    for (int i = 0; i < Math.min(report.getCount(), MOST_PARTS); i++) {
      BodyPart part = report.getBodyPart(i);
      if (isOne(part, "message/delivery-status", "message/global-delivery-status")) {
        status = new DeliveryStatus(part.getInputStream());
      } else if (isOne(
          part,
          "message/rfc822",
          "text/rfc822-headers",
          "message/global",
          "message/global-headers")) {
        messageId = one(new InternetHeaders(part.getInputStream()), "Message-ID");
      }
    }
    if (status == null) {
      throw notOne("multipart/report without message/delivery-status");
    }
    List<Bounce> bounces = new ArrayList<>();
    for (int i = 0; i < Math.min(status.getRecipientDSNCount(), MOST_RECIPIENTS); i++) {
      bounces.add(bounce(messageId, status.getRecipientDSN(i)));
    }
    return bounces;
  }

  private static Bounce bounce(String messageId, InternetHeaders fields) {
    Set<String> recipients = new LinkedHashSet<>();
    for (String field : new String[] {"Original-Recipient", "Final-Recipient"}) {
      String address = untyped(one(fields, field));
      if (!address.isEmpty()) {
        recipients.add(address);
      }
    }
    Bounce.Action action =
        switch (one(fields, "Action").toLowerCase(Locale.ROOT)) {
          case "failed" -> Bounce.Action.FAILED;
          case "delayed" -> Bounce.Action.DELAYED;
          default -> Bounce.Action.NO_TROUBLE;
        };
    return new Bounce(
        messageId,
        List.copyOf(recipients),
        action,
        Inert.line(one(fields, "Status"), 20),
        Inert.line(untyped(one(fields, "Diagnostic-Code")), 300));
  }

  private static boolean isOne(BodyPart part, String... types) throws MessagingException {
    for (String type : types) {
      if (part.isMimeType(type)) {
        return true;
      }
    }
    return false;
  }

  /** The first value of a field, its folded lines as one; NUL would be none that can be kept. */
  private static String one(InternetHeaders fields, String name) {
    String @Nullable [] values = fields.getHeader(name);
    return values == null || values.length == 0
        ? ""
        : values[0].replace("\0", "").replaceAll("\\s+", " ").strip();
  }

  /** "rfc822; a@b.example" without its type. */
  private static String untyped(String value) {
    return value.substring(value.indexOf(';') + 1).strip();
  }

  private static Failure notOne(@Nullable String found) {
    return refused(Inert.line(found == null ? "" : found, 100), Expected.DELIVERY_STATUS.with());
  }

  private static Failure refused(String value, Expectation expected) {
    return Failure.invalid("message", value, expected);
  }
}
