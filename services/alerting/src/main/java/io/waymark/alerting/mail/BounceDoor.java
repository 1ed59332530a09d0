package io.waymark.alerting.mail;

import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.Bounce;
import io.waymark.alerting.domain.BounceIntake;
import io.waymark.alerting.domain.BounceLedger;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what mail servers report; a mail that one gave up tells operations. */
public final class BounceDoor implements BounceIntake {
  private static final Logger log = LoggerFactory.getLogger(BounceDoor.class);

  private final BounceLedger ledger;
  private final AlertingMetrics metrics;
  private final InstantSource clock;

  /**
   * Creates a door.
   *
   * @param clock the service clock
   */
  public BounceDoor(BounceLedger ledger, AlertingMetrics metrics, InstantSource clock) {
    this.ledger = ledger;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public List<Receipt> take(byte[] report) {
    return BounceReader.read(report).stream().map(this::note).toList();
  }

  private Receipt note(Bounce bounce) {
    if (bounce.action() == Bounce.Action.NO_TROUBLE) {
      return new Receipt(bounce, "", Noted.NO_TROUBLE);
    }
    BounceLedger.Entry entry = ledger.note(bounce, clock.instant());
    if (entry.mailId().isEmpty()) {
      return new Receipt(bounce, "", Noted.UNKNOWN);
    }
    if (entry.fresh() && bounce.action() == Bounce.Action.FAILED) {
      metrics.mailBounced();
      log.error(
          "mail {} to {} bounced: {}",
          entry.mailId(),
          Inert.line(String.join(", ", bounce.recipients()), 200),
          bounce.said());
    }
    return new Receipt(bounce, entry.mailId(), entry.fresh() ? Noted.NOTED : Noted.REPEATED);
  }
}
