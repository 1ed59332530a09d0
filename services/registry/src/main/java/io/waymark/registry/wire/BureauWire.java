package io.waymark.registry.wire;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.refusals.Expected;
import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauDraft;
import io.waymark.registry.domain.BureauLevel;
import io.waymark.registry.domain.Contact;
import io.waymark.registry.domain.Delegate;
import io.waymark.registry.domain.DelegateDraft;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Bureaus and their events. */
public final class BureauWire {
  private static final String LEVEL = "BUREAU_LEVEL_";

  private BureauWire() {}

  /** As a caller wrote them, unchecked. */
  public static List<BureauDraft> drafts(ImportBureausRequest request) {
    Map<String, Set<String>> cleared = new HashMap<>();
    request
        .getClearingsList()
        .forEach(one ->
            cleared
                .computeIfAbsent(one.getBureauId(), id -> new HashSet<>())
                .addAll(one.getFieldsList()));
    List<BureauDraft> drafts =
        request.getBureausList().stream()
            .map(bureau -> draft(bureau, cleared.getOrDefault(bureau.getBureauId(), Set.of())))
            .toList();
    drafts.forEach(draft -> cleared.remove(draft.bureauId()));
    if (!cleared.isEmpty()) {
      String unknown = String.join(", ", new TreeSet<>(cleared.keySet()));
      throw Failure.invalid("clearings.bureau_id", unknown, Expected.BUREAU_OF_IMPORT.with());
    }
    return drafts;
  }

  private static BureauDraft draft(Bureau bureau, Set<String> cleared) {
    return new BureauDraft(
        bureau.getBureauId(),
        TypeWire.text(bureau.getName()),
        bureau.getParentBureauId(),
        bureau.getEmailsList(),
        bureau.getLanguage(),
        TypeWire.word(bureau.getProvenance(), bureau.getProvenanceValue(), "PROVENANCE_"),
        TypeWire.word(bureau.getLevel(), bureau.getLevelValue(), LEVEL),
        bureau.getContactsList().stream().map(BureauWire::contact).toList(),
        bureau.getLanguagesList(),
        bureau.getDelegatesList().stream()
            .map(one ->
                new DelegateDraft(
                    one.getName(),
                    one.getEmail(),
                    one.getBureauId(),
                    one.getFrom(),
                    one.getUntil(),
                    one.getReason()))
            .toList(),
        cleared);
  }

  /** As we wrote it. */
  public static io.waymark.registry.domain.Bureau bureau(Bureau bureau) {
    return new io.waymark.registry.domain.Bureau(
        bureau.getBureauId(),
        TypeWire.text(bureau.getName()),
        bureau.getParentBureauId(),
        bureau.getEmailsList(),
        bureau.getLanguage(),
        TypeWire.provenance(bureau.getProvenance()),
        BureauLevel.valueOf(bureau.getLevel().name().substring(LEVEL.length())),
        bureau.getContactsList().stream().map(BureauWire::contact).toList(),
        bureau.getLanguagesList(),
        bureau.getDelegatesList().stream().map(BureauWire::delegate).toList());
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
        .setLevel(io.waymark.proto.registry.v1.BureauLevel.valueOf(LEVEL + bureau.level().name()))
        .addAllContacts(bureau.contacts().stream().map(BureauWire::contact).toList())
        .addAllLanguages(bureau.languages())
        .addAllDelegates(bureau.delegates().stream().map(BureauWire::delegate).toList())
        .build();
  }

  private static Contact contact(io.waymark.proto.registry.v1.Contact contact) {
    return new Contact(
        contact.getName(), contact.getRole(), contact.getEmail(), contact.getPhone());
  }

  private static io.waymark.proto.registry.v1.Contact contact(Contact contact) {
    return io.waymark.proto.registry.v1.Contact.newBuilder()
        .setName(contact.name())
        .setRole(contact.role())
        .setEmail(contact.email())
        .setPhone(contact.phone())
        .build();
  }

  private static Delegate delegate(io.waymark.proto.registry.v1.Delegate delegate) {
    return new Delegate(
        delegate.getName(),
        delegate.getEmail(),
        delegate.getBureauId(),
        LocalDate.parse(delegate.getFrom()),
        TypeWire.date(delegate.getUntil()),
        delegate.getReason());
  }

  private static io.waymark.proto.registry.v1.Delegate delegate(Delegate delegate) {
    return io.waymark.proto.registry.v1.Delegate.newBuilder()
        .setName(delegate.name())
        .setEmail(delegate.email())
        .setBureauId(delegate.bureauId())
        .setFrom(delegate.from().toString())
        .setUntil(TypeWire.date(delegate.until()))
        .setReason(delegate.reason())
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
