package io.waymark.registry.wire;

import com.google.protobuf.Internal.EnumLite;
import com.google.protobuf.Timestamp;
import io.waymark.proto.type.v1.ActorKind;
import io.waymark.registry.domain.Actor;
import io.waymark.registry.domain.LocalizedText;
import io.waymark.registry.domain.Provenance;
import io.waymark.registry.domain.SourcePassage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Words that every contract shares. */
final class TypeWire {
  private TypeWire() {}

  static LocalizedText text(io.waymark.proto.type.v1.LocalizedText text) {
    return new LocalizedText(text.getZh(), text.getEn());
  }

  static io.waymark.proto.type.v1.LocalizedText text(LocalizedText text) {
    return io.waymark.proto.type.v1.LocalizedText.newBuilder()
        .setZh(text.zh())
        .setEn(text.en())
        .build();
  }

  static SourcePassage source(io.waymark.proto.type.v1.Source source) {
    return new SourcePassage(source.getSection(), source.getLine(), source.getQuote());
  }

  static io.waymark.proto.type.v1.Source source(SourcePassage source) {
    return io.waymark.proto.type.v1.Source.newBuilder()
        .setSection(source.section())
        .setLine(source.line())
        .setQuote(source.quote())
        .build();
  }

  static Actor actor(io.waymark.proto.type.v1.Actor actor) {
    return new Actor(
        actor.getName(),
        actor.getKind() == ActorKind.ACTOR_KIND_PERSON,
        actor.getBureauId(),
        actor.getChannel());
  }

  static io.waymark.proto.type.v1.Actor actor(Actor actor) {
    return io.waymark.proto.type.v1.Actor.newBuilder()
        .setName(actor.name())
        .setKind(actor.person() ? ActorKind.ACTOR_KIND_PERSON : ActorKind.ACTOR_KIND_SYSTEM)
        .setBureauId(actor.bureauId())
        .setChannel(actor.channel())
        .build();
  }

  static Provenance provenance(io.waymark.proto.type.v1.Provenance provenance) {
    return Provenance.valueOf(provenance.name().substring("PROVENANCE_".length()));
  }

  static io.waymark.proto.type.v1.Provenance provenance(Provenance provenance) {
    return io.waymark.proto.type.v1.Provenance.valueOf("PROVENANCE_" + provenance.name());
  }

  /**
   * An enum constant as its author wrote it: "" if not stated, its name without the prefix, or its
   * number if this version knows no name for it. The domain says which of them it takes.
   */
  static String word(EnumLite constant, int number, String prefix) {
    String name = ((Enum<?>) constant).name();
    if (name.equals("UNRECOGNIZED")) {
      return Integer.toString(number);
    }
    return number == 0 ? "" : name.substring(prefix.length());
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static Optional<LocalDate> date(String date) {
    return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
  }

  static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }

  static Optional<BigDecimal> decimal(String decimal) {
    return decimal.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(decimal));
  }

  static String decimal(Optional<BigDecimal> decimal) {
    return decimal.map(BigDecimal::toPlainString).orElse("");
  }
}
