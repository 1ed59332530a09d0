package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.indicator.v1.CheckedDecomposition;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.type.v1.LocalizedText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the shares of one target against its figure. */
final class AddingUp {
  private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

  private final PlacedTarget placed;
  private final Decomposition decomposition;
  private final Findings findings;
  private final CheckedDecomposition.Builder checked;

  AddingUp(PlacedTarget placed, Decomposition decomposition, Findings findings) {
    this.placed = placed;
    this.decomposition = decomposition;
    this.findings = findings;
    this.checked =
        CheckedDecomposition.newBuilder()
            .setDecomposition(decomposition)
            .setName(placed.indicator().getName())
            .setUnit(placed.indicator().getUnit())
            .setEffective(placed.target().getInstrument().getEffective());
  }

  CheckedDecomposition.Builder check() {
    Optional<BigDecimal> expected = expected();
    Optional<BigDecimal> combined = combined();
    expected.ifPresent(figure -> checked.setExpected(figure.toPlainString()));
    combined.ifPresent(figure -> checked.setCombined(figure.toPlainString()));
    if (expected.isPresent()) {
      BigDecimal tolerance = tolerance(expected.get());
      checked.setTolerance(tolerance.toPlainString());
      combined.ifPresent(sum -> compare(expected.get(), sum, tolerance));
    }
    return checked;
  }

  private Optional<BigDecimal> expected() {
    Optional<BigDecimal> value = placed.value();
    if (value.isEmpty()) {
      note(
          DecompositionFault.DECOMPOSITION_FAULT_AWAITING,
          "目标值尚未下达，分解数无从核对。",
          "The target has no value yet, so there is nothing to hold the shares against.");
      return value;
    }
    if (decomposition.getMethod() != ShareMethod.SHARE_METHOD_SUM_OF_INCREASE) {
      return value;
    }
    if (placed.base().isEmpty()) {
      note(
          DecompositionFault.DECOMPOSITION_FAULT_OPEN,
          "按增量分解，但目标没有基期值，增量无从计算。",
          "The shares are of the increase, but the target has no base value to count it from.");
    }
    return placed.base().map(base -> value.get().subtract(base));
  }

  private Optional<BigDecimal> combined() {
    List<Share> given =
        decomposition.getSharesList().stream().filter(share -> !share.getNone()).toList();
    List<Share> open = given.stream().filter(share -> share.getValue().isEmpty()).toList();
    for (Share share : open) {
      findings.add(
          Findings.about(
              DecompositionFault.DECOMPOSITION_FAULT_OPEN,
              true,
              decomposition.getTargetId(),
              "“" + placed.zh() + "”：" + share.getAssignee() + " 的分解数尚未确定。",
              placed.en() + ": the share of " + share.getAssignee() + " is not settled."),
          decomposition.getKind(),
          share.getAssignee());
    }
    if (!open.isEmpty() || given.isEmpty()) {
      return Optional.empty();
    }
    return switch (decomposition.getMethod()) {
      case SHARE_METHOD_SUM, SHARE_METHOD_SUM_OF_INCREASE, SHARE_METHOD_UNSPECIFIED, UNRECOGNIZED ->
          Optional.of(sum(given));
      case SHARE_METHOD_WEIGHTED_MEAN -> Optional.of(mean(given));
      case SHARE_METHOD_LAST -> last(given);
    };
  }

  private BigDecimal sum(List<Share> given) {
    BigDecimal sum = given.stream().map(AddingUp::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    String terms =
        given.stream().map(AddingUp::value).map(Texts::plain).collect(Collectors.joining(" + "));
    checked.setArithmetic(terms + " = " + Texts.plain(sum));
    return sum;
  }

  private BigDecimal mean(List<Share> given) {
    BigDecimal weights =
        given.stream().map(AddingUp::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal weighed =
        given.stream()
            .map(share -> value(share).multiply(weight(share)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = weighed.divide(weights, MathContext.DECIMAL32);
    String terms =
        given.stream()
            .map(share -> Texts.plain(value(share)) + " × " + Texts.plain(weight(share)))
            .collect(Collectors.joining(" + "));
    checked.setArithmetic("(" + terms + ") / " + Texts.plain(weights) + " = " + Texts.plain(mean));
    return mean;
  }

  private Optional<BigDecimal> last(List<Share> given) {
    String year = Integer.toString(placed.due().getYear());
    Optional<BigDecimal> last =
        given.stream()
            .filter(share -> share.getAssignee().equals(year))
            .findFirst()
            .map(AddingUp::value);
    last.ifPresent(figure -> checked.setArithmetic(year + ": " + Texts.plain(figure)));
    return last;
  }

  private BigDecimal tolerance(BigDecimal expected) {
    return decomposition.getTolerance().isEmpty()
        ? expected.abs().multiply(THOUSANDTH).stripTrailingZeros()
        : new BigDecimal(decomposition.getTolerance());
  }

  private void compare(BigDecimal expected, BigDecimal combined, BigDecimal tolerance) {
    BigDecimal gap = combined.subtract(expected);
    boolean approx = placed.target().getComparator() == Comparator.COMPARATOR_APPROX;
    if (gap.add(tolerance).signum() < 0) {
      differs(false, approx || !placed.lessIsBetter(), expected, combined, tolerance);
    } else if (gap.subtract(tolerance).signum() > 0 && !withinRange(combined, tolerance)) {
      differs(true, approx || placed.lessIsBetter(), expected, combined, tolerance);
    }
  }

  private boolean withinRange(BigDecimal combined, BigDecimal tolerance) {
    boolean wholeFigure = decomposition.getMethod() != ShareMethod.SHARE_METHOD_SUM_OF_INCREASE;
    return wholeFigure
        && placed.valueMax().filter(max -> combined.compareTo(max.add(tolerance)) <= 0).isPresent();
  }

  private void differs(
      boolean over, boolean grave, BigDecimal expected, BigDecimal combined, BigDecimal tolerance) {
    LocalizedText gap = placed.amount(combined.subtract(expected).abs());
    LocalizedText sum = placed.amount(combined);
    LocalizedText wanted = placed.amount(expected);
    LocalizedText allowed = placed.amount(tolerance);
    String zh =
        "“%s”：分解合计 %s（%s），目标为 %s，%s %s；允许差 %s。"
            .formatted(
                placed.zh(),
                sum.getZh(),
                checked.getArithmetic(),
                wanted.getZh(),
                over ? "多" : "少",
                gap.getZh(),
                allowed.getZh());
    String en =
        "%s: the shares come to %s (%s), the target asks for %s: %s %s; tolerance %s."
            .formatted(
                placed.en(),
                sum.getEn(),
                checked.getArithmetic() + placed.countedIn(),
                wanted.getEn(),
                gap.getEn(),
                over ? "too much" : "too little",
                allowed.getEn());
    findings.add(
        Findings.about(
            over
                ? DecompositionFault.DECOMPOSITION_FAULT_OVER
                : DecompositionFault.DECOMPOSITION_FAULT_SHORT,
            grave,
            decomposition.getTargetId(),
            zh,
            grave ? en : en.replace("too much", "more").replace("too little", "less")),
        decomposition.getKind(),
        "");
  }

  private void note(DecompositionFault fault, String zh, String en) {
    findings.add(
        Findings.about(
            fault,
            fault == DecompositionFault.DECOMPOSITION_FAULT_OPEN,
            decomposition.getTargetId(),
            "“" + placed.zh() + "”：" + zh,
            placed.en() + ": " + en),
        decomposition.getKind(),
        "");
  }

  private static BigDecimal value(Share share) {
    return new BigDecimal(share.getValue());
  }

  private static BigDecimal weight(Share share) {
    return share.getWeight().isEmpty() ? BigDecimal.ONE : new BigDecimal(share.getWeight());
  }
}
