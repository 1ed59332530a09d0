package io.waymark.indicator.domain.decomposition;

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
    String max = target.getValueMax().isEmpty() ? "" : "–" + target.getValueMax();
    return amount(sign + target.getValue() + max);
  }

  /** An amount in the indicator's unit. */
  LocalizedText amount(BigDecimal number) {
    return amount(Texts.plain(number));
  }

  private LocalizedText amount(String number) {
    String unit = Texts.en(indicator.getUnit());
    // "25 × 10,000 persons", not "25 10,000 persons".
    String times = !unit.isEmpty() && Character.isDigit(unit.charAt(0)) ? " × " : " ";
    return Texts.of(number + " " + Texts.zh(indicator.getUnit()), number + times + unit);
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
