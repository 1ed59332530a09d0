package io.waymark.cli.pack;

import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.proto.type.v1.Source;
import java.math.BigDecimal;
import java.util.Optional;

/** Small things of a pack in the words of the contracts. */
final class PackWords {
  private PackWords() {}

  static Provenance provenance(boolean assumed) {
    return assumed ? Provenance.PROVENANCE_ASSUMED : Provenance.PROVENANCE_PUBLISHED;
  }

  static Source source(PlanPack.Source source) {
    return Source.newBuilder()
        .setSection(source.section())
        .setLine(source.line())
        .setQuote(source.quote())
        .build();
  }

  static LocalizedText text(PlanPack.Text text) {
    return LocalizedText.newBuilder().setZh(text.zh()).setEn(text.en()).build();
  }

  static String decimal(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
