package io.waymark.indicator.domain.decomposition;

import io.waymark.judging.EnglishUnit;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.type.v1.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A target in the version that is in force, with its indicator and plan.
 *
 * @param plan its plan
 * @param indicator its indicator
 * @param target the version in force
 */
record PlacedTarget(Plan plan, Indicator indicator, Target target) {
  Optional<BigDecimal> value() {
    return decimal(target.getValue());
  }

  Optional<BigDecimal> valueMax() {
    return decimal(target.getValueMax());
  }

  Optional<BigDecimal> base() {
    return decimal(target.getBaseValue());
  }

  LocalDate due() {
    return LocalDate.parse(target.getDue());
  }

  /** True where a smaller figure is a better one. */
  boolean lessIsBetter() {
    return indicator.getDirection() == Direction.DIRECTION_DOWN;
  }

  String zh() {
    return Texts.zh(indicator.getName());
  }

  String en() {
    return Texts.en(indicator.getName());
  }

  /** The figure for readers, for example "≥ 25 万人". */
  LocalizedText figure() {
    if (target.getValue().isEmpty()) {
      return Texts.of("待下达", "not set yet");
    }
    String sign =
        switch (target.getComparator()) {
          case COMPARATOR_GE -> "≥ ";
          case COMPARATOR_GT -> "> ";
          case COMPARATOR_LE -> "≤ ";
          case COMPARATOR_LT -> "< ";
          case COMPARATOR_APPROX -> "≈ ";
          case COMPARATOR_EQ, COMPARATOR_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    BigDecimal value = new BigDecimal(target.getValue());
    LocalizedText figure = valueMax().map(max -> range(value, max)).orElseGet(() -> amount(value));
    return Texts.of(sign + figure.getZh(), sign + figure.getEn());
  }

  /** An amount in the indicator's unit, for example "25 万人" and "250,000 persons". */
  LocalizedText amount(BigDecimal number) {
    String zh = Texts.plain(number) + afterNumber(Texts.zh(indicator.getUnit()));
    String en =
        english().size(number.doubleValue(), places(number)) + afterNumber(english().name());
    return Texts.of(zh, en);
  }

  private LocalizedText range(BigDecimal low, BigDecimal high) {
    String zh =
        Texts.plain(low) + "–" + Texts.plain(high) + afterNumber(Texts.zh(indicator.getUnit()));
    int places = Math.max(places(low), places(high));
    String en = english().range(low.doubleValue(), high.doubleValue(), places);
    return Texts.of(zh, en + afterNumber(english().name()));
  }

  /** What bare numbers of this indicator count in, where English says amounts otherwise. */
  String countedIn() {
    return english().multiple() ? ", in " + Texts.en(indicator.getUnit()) : "";
  }

  private EnglishUnit english() {
    return EnglishUnit.of(Texts.en(indicator.getUnit()));
  }

  private static int places(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  private static String afterNumber(String unit) {
    return unit.isEmpty() || unit.equals("%") ? unit : " " + unit;
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
