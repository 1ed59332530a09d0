package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauDraft;

/** Bureaus and their events. */
public final class BureauWire {
  private BureauWire() {}

  /** As a caller wrote it, unchecked. */
  public static BureauDraft draft(Bureau bureau) {
    return new BureauDraft(
        bureau.getBureauId(),
        TypeWire.text(bureau.getName()),
        bureau.getParentBureauId(),
        bureau.getEmailsList(),
        bureau.getLanguage(),
        TypeWire.word(bureau.getProvenance(), bureau.getProvenanceValue(), "PROVENANCE_"));
  }

  /** As we wrote it. */
  public static io.waymark.registry.domain.Bureau bureau(Bureau bureau) {
    return new io.waymark.registry.domain.Bureau(
        bureau.getBureauId(),
        TypeWire.text(bureau.getName()),
        bureau.getParentBureauId(),
        bureau.getEmailsList(),
        bureau.getLanguage(),
        TypeWire.provenance(bureau.getProvenance()));
  }

  /** For readers and for the database. */
  public static Bureau bureau(io.waymark.registry.domain.Bureau bureau) {
    return Bureau.newBuilder()
        .setBureauId(bureau.bureauId())
        .setName(TypeWire.text(bureau.name()))
        .setParentBureauId(bureau.parentBureauId())
        .addAllEmails(bureau.emails())
        .setLanguage(bureau.language())
        .setProvenance(TypeWire.provenance(bureau.provenance()))
        .build();
  }

  /** For the topic. */
  public static BureauEvent event(BureauChange change) {
    return BureauEvent.newBuilder()
        .setBureau(bureau(change.state().bureau()))
        .setVersion(change.state().version())
        .setActor(TypeWire.actor(change.actor()))
        .setRecordedAt(TypeWire.timestamp(change.recordedAt()))
        .build();
  }
}
