package io.waymark.rulebooks.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score and everything that it was made of.
 *
 * @param value 0..100 with two digits; null if it is unknown
 * @param known share of the scheme's weight whose components are known
 */
public record Score(@Nullable BigDecimal value, BigDecimal known, List<Part> parts) {
  /** Copies the parts. */
  public Score {
    parts = List.copyOf(parts);
  }

  /**
   * What one component brought.
   *
   * @param inputs what went in, ordered by subject
   * @param leftOut how many facts were looked at and left out
   * @param amount sum of the inputs' amounts
   * @param weight sum of the inputs' weights
   * @param value amount / weight; null without inputs
   * @param points 0..100; null without inputs
   * @param effective the weight that it had in this score; 0 without inputs
   */
  public record Part(
      Component component,
      List<Input> inputs,
      int leftOut,
      BigDecimal amount,
      BigDecimal weight,
      @Nullable BigDecimal value,
      @Nullable BigDecimal points,
      BigDecimal effective) {
    /** Copies the inputs. */
    public Part {
      inputs = List.copyOf(inputs);
    }
  }
}
