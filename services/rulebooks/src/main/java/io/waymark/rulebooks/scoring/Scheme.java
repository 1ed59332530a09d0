package io.waymark.rulebooks.scoring;

import io.waymark.judging.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What counts how much in a score: named, versioned, with its source and its reason. */
public record Scheme(
    String name,
    int version,
    Kind kind,
    Text title,
    Text source,
    Text reason,
    Missing missing,
    List<Component> components) {

  /** What a scheme scores. */
  public enum Kind {
    /** 绩效考核: a bureau. */
    SCORECARD,
    /** 评价指数: a plan as a whole, and each field of it. */
    INDEX
  }

  /**
   * What becomes of a component without a single input.
   *
   * @param redistribute true: its weight goes to the others in proportion; false: the score is
   *     unknown
   * @param leastKnown share of the weight that must be known for a score, 0..1
   */
  public record Missing(boolean redistribute, BigDecimal leastKnown) {}

  /** Copies the components. */
  public Scheme {
    components = List.copyOf(components);
  }

  /** Name and version, such as {@code plan-index@1}. */
  public String pin() {
    return name + "@" + version;
  }

  /** The formula in one line, in both languages. */
  public Text formula() {
    return new Text(
        components.stream().map(c -> term(c, c.title().zh())).collect(Collectors.joining(" + ")),
        components.stream().map(c -> term(c, c.title().en())).collect(Collectors.joining(" + ")));
  }

  private static String term(Component component, String title) {
    return component.weight().stripTrailingZeros().toPlainString() + " × " + title;
  }
}
