package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.LinkAction;
import io.waymark.alerting.domain.LinkLedger;
import io.waymark.alerting.domain.MailLinks;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.refusals.Expected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the recipient of a mail act through its links. */
public final class LinkDoor implements MailLinks {
  private static final int COMMENT = 2000;

  private final LinkSigner signer;
  private final LinkLedger ledger;
  private final InstantSource clock;

  /**
   * Creates a door.
   *
   * @param clock the service clock, by which mails are dated
   */
  public LinkDoor(LinkSigner signer, LinkLedger ledger, InstantSource clock) {
    this.signer = signer;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public View open(String signed) {
    return signer.read(signed).map(token -> view(token, id(signed))).orElse(View.UNKNOWN);
  }

  @Override
  public View use(String signed, String comment, @Nullable LocalDate by) {
    Optional<LinkToken> read = signer.read(signed);
    if (read.isEmpty()) {
      return View.UNKNOWN;
    }
    LinkToken token = read.get();
    View before = view(token, id(signed));
    if (before.state() != State.READY) {
      return before;
    }
    check(token, comment, by);
    Actor actor = new Actor(token.recipient(), true, token.bureauId(), "mail");
    ledger.use(
        new LinkLedger.Use(
            id(signed), token.action(), token.subjectId(), actor, comment.strip(), by));
    return view(token, id(signed));
  }

  private void check(LinkToken token, String comment, @Nullable LocalDate by) {
    if (comment.length() > COMMENT) {
      throw Failure.invalid(
          List.of(
              new Violation(
                  "comment",
                  Integer.toString(comment.length()),
                  Expected.AT_MOST_CHARACTERS.with(COMMENT))));
    }
    if (token.action() != LinkAction.PLAN) {
      return;
    }
    if (comment.isBlank()) {
      throw Failure.invalid(
          List.of(new Violation("comment", "", Expected.WHAT_WILL_BE_DONE.with())));
    }
    if (by == null) {
      throw Failure.invalid(List.of(new Violation("by", "", Expected.BY_WHEN.with())));
    }
  }

  private View view(LinkToken token, String id) {
    Alert alert =
        token.action() == LinkAction.UNSUBSCRIBE
            ? null
            : ledger.alert(token.subjectId()).orElse(null);
    Optional<Instant> used = ledger.used(id);
    return new View(
        state(token, alert, used.isPresent()),
        token.action(),
        alert,
        token.recipient(),
        token.language(),
        token.expires(),
        used.orElse(null));
  }

  private State state(LinkToken token, @Nullable Alert alert, boolean used) {
    if (used) {
      return State.USED;
    }
    if (clock.instant().isAfter(token.expires())) {
      return State.EXPIRED;
    }
    if (token.action() == LinkAction.UNSUBSCRIBE) {
      return State.READY;
    }
    if (alert == null) {
      return State.UNKNOWN;
    }
    return alert.status().live() ? State.READY : State.OVER;
  }

  private static String id(String signed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
