package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Language;
import io.waymark.proto.registry.v1.BureauEvent;

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
        Language.of(bureau.getLanguage()));
  }
}
