package io.waymark.alerting.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** Ids that follow from what they name, so that doing the work again names the same thing. */
public final class AlertIds {
  private AlertIds() {}

  static String alert(SubjectKey subject, long judgementVersion) {
    return "alert-"
        + sha256(
                subject.kind().name(), subject.planId(), subject.subjectId(), "" + judgementVersion)
            .substring(0, 20);
  }

  /**
   * Of an alert about a report that did not come; the same report may be asked for again after
   * another alert.
   */
  static String ofDuty(SubjectKey subject, long dutyVersion, String previousAlertId) {
    return "alert-"
        + sha256(
                subject.kind().name(),
                subject.planId(),
                subject.subjectId(),
                "duty",
                "" + dutyVersion,
                previousAlertId)
            .substring(0, 20);
  }

  /**
   * The id of the mail that tells one recipient of one transition; its Message-ID is made of it.
   */
  public static String mail(String transitionId, String recipient) {
    return sha256(transitionId, recipient).substring(0, 40);
  }

  /** The id of the message that tells a channel of some transitions. */
  public static String message(String channel, Collection<String> transitions) {
    return sha256(channel, String.join(" ", transitions)).substring(0, 40);
  }

  private static String sha256(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
