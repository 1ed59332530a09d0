package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The links of mails, which work without a login: looked at first, then used, once. */
public interface MailLinks {
  /** What a link would do; changes nothing, however often it is asked. */
  View open(String token);

  /**
   * Does what the link says, once; used again it only says when it was used.
   *
   * @param comment what the recipient says
   * @param by for a catch-up plan: when it will be done
   * @throws io.waymark.chassis.failure.Failure if the input is incomplete
   */
  View use(String token, String comment, @Nullable LocalDate by);

  /** How a link stands. */
  enum State {
    /** It can be used. */
    READY,
    /** It was used; the state of things is shown. */
    USED,
    /** Its day is over. */
    EXPIRED,
    /** The alert is over: nothing is asked any more. */
    OVER,
    /** We did not write it. */
    UNKNOWN
  }

  /**
   * A link as it stands.
   *
   * @param action null if the link is unknown
   * @param alert the alert; null if the link is unknown or is about digests
   * @param usedAt when it was used, by the service clock; null if it was not
   */
  record View(
      State state,
      @Nullable LinkAction action,
      @Nullable Alert alert,
      String recipient,
      Language language,
      @Nullable Instant expires,
      @Nullable Instant usedAt) {
    /** A link that we did not write. */
    public static final View UNKNOWN =
        new View(State.UNKNOWN, null, null, "", Language.ZH, null, null);
  }
}
