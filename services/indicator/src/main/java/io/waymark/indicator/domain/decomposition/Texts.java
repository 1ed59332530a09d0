package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.type.v1.LocalizedText;
import java.math.BigDecimal;

/** Words in both languages; where one is missing, the other stands in. */
final class Texts {
  private Texts() {}

  static LocalizedText of(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }

  static String zh(LocalizedText text) {
    return text.getZh().isEmpty() ? text.getEn() : text.getZh();
  }

  static String en(LocalizedText text) {
    return text.getEn().isEmpty() ? text.getZh() : text.getEn();
  }

  /** A number as people write it: no exponent, no zeros that say nothing, a real minus. */
  static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    String text = (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
