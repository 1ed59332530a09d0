package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.LinkAction;
import io.waymark.alerting.domain.Recipient;
import java.time.Duration;
import java.time.Instant;

/** The links of a mail that work without a login. */
final class Links {
  /** Longer than the ladder takes, shorter than a mailbox is kept. */
  static final Duration VALID = Duration.ofDays(60);

  private final LinkSigner signer;
  private final Board board;

  Links(LinkSigner signer, Board board) {
    this.signer = signer;
    this.board = board;
  }

  String to(LinkAction action, Alert alert, Recipient recipient, Instant at) {
    return address(
        new LinkToken(
            action,
            alert.alertId(),
            alert.leadBureauId(),
            recipient.address(),
            recipient.language(),
            at.plus(VALID)));
  }

  String unsubscribe(String bureauId, Recipient recipient, Instant at) {
    return address(
        new LinkToken(
            LinkAction.UNSUBSCRIBE,
            bureauId,
            recipient.bureauId(),
            recipient.address(),
            recipient.language(),
            at.plus(VALID)));
  }

  private String address(LinkToken token) {
    return board.act(signer.sign(token));
  }
}
