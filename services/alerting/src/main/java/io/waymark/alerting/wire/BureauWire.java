package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Language;
import io.waymark.proto.registry.v1.BureauEvent;
import java.time.LocalDate;

/** Reads a bureau's message. */
public final class BureauWire {
  private BureauWire() {}

  /** The bureau after the event. */
  public static Bureau read(BureauEvent event) {
    io.waymark.proto.registry.v1.Bureau bureau = event.getBureau();
    if (bureau.getBureauId().isEmpty()) {
      throw new IllegalArgumentException("bureau_id: (expected: an id)");
    }
    return new Bureau(
        bureau.getBureauId(),
        event.getVersion(),
        Fields.text(bureau.getName()),
        bureau.getParentBureauId(),
        bureau.getEmailsList(),
        Language.of(bureau.getLanguage()),
        bureau.getDelegatesList().stream().map(BureauWire::standIn).toList());
  }

  private static Bureau.StandIn standIn(io.waymark.proto.registry.v1.Delegate delegate) {
    LocalDate from = Fields.date(delegate.getFrom());
    return new Bureau.StandIn(
        delegate.getName(),
        delegate.getEmail(),
        delegate.getBureauId(),
        from == null ? LocalDate.EPOCH : from,
        Fields.date(delegate.getUntil()));
  }
}
