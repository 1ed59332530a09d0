package io.waymark.rulebooks.scoring;

import io.waymark.rulebooks.scoring.Score.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores facts by a scheme. Sums are exact decimals, so the order of the facts does not matter;
 * only the value of a component (six digits), its points (four) and the score (two) are rounded.
 */
public final class Scoring {
  private static final int VALUE_DIGITS = 6;
  private static final int SCORE_DIGITS = 2;
  private static final int SHARE_DIGITS = 4;

  private final Scheme scheme;
  private final LocalDate asOf;

  /** Scores by {@code scheme} what stood at the end of {@code asOf}. */
  public Scoring(Scheme scheme, LocalDate asOf) {
    this.scheme = scheme;
    this.asOf = asOf;
  }

  /** The score of these facts. */
  public Score of(Collection<? extends Fact> facts) {
    List<Part> parts = scheme.components().stream().map(c -> part(c, facts)).toList();
    BigDecimal known = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      if (part.points() != null) {
        known = known.add(part.component().weight());
        sum = sum.add(part.component().weight().multiply(part.points()));
      }
    }
    if (!enough(known, parts)) {
      return new Score(null, known, parts);
    }
    BigDecimal all = known;
    return new Score(
        sum.divide(known, SCORE_DIGITS, RoundingMode.HALF_UP),
        known,
        parts.stream().map(part -> weighed(part, all)).toList());
  }

  private boolean enough(BigDecimal known, List<Part> parts) {
    boolean complete = parts.stream().allMatch(part -> part.points() != null);
    return known.signum() > 0
        && (complete
            || (scheme.missing().redistribute()
                && known.compareTo(scheme.missing().leastKnown()) >= 0));
  }

  private static Part weighed(Part part, BigDecimal known) {
    BigDecimal share =
        part.points() == null
            ? BigDecimal.ZERO
            : part.component().weight().divide(known, SHARE_DIGITS, RoundingMode.HALF_UP);
    return new Part(
        part.component(),
        part.inputs(),
        part.leftOut(),
        part.amount(),
        part.weight(),
        part.value(),
        part.points(),
        share);
  }

  private Part part(Component component, Collection<? extends Fact> facts) {
    List<Fact> taken = new ArrayList<>();
    facts.stream().filter(component::takes).forEach(taken::add);
    Inputs inputs = Inputs.of(component.measure(), taken, asOf);
    BigDecimal amount = sum(inputs.list().stream().map(Input::amount).toList());
    BigDecimal weight = sum(inputs.list().stream().map(Input::weight).toList());
    @Nullable BigDecimal value =
        weight.signum() == 0 ? null : amount.divide(weight, VALUE_DIGITS, RoundingMode.HALF_UP);
    return new Part(
        component,
        inputs.list(),
        inputs.leftOut(),
        amount,
        weight,
        value,
        value == null ? null : component.curve().points(value),
        BigDecimal.ZERO);
  }

  private static BigDecimal sum(List<BigDecimal> terms) {
    return terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
