package io.waymark.rulebooks.scoring;

import io.waymark.judging.Text;
import java.math.BigDecimal;
import java.util.List;

/**
 * One part of a score.
 *
 * @param reason why it counts, and why so much
 * @param weight its share; the weights of a scheme sum to 1
 * @param fields only facts of these fields; empty for all
 */
public record Component(
    String id,
    Text title,
    Text reason,
    BigDecimal weight,
    Measure measure,
    List<String> fields,
    Curve curve) {
  /** Copies the fields. */
  public Component {
    fields = List.copyOf(fields);
  }

  boolean takes(Fact fact) {
    return fields.isEmpty() || fields.contains(fact.field());
  }
}
