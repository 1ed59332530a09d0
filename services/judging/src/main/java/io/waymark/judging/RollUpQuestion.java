package io.waymark.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How does a target stand that is made up of the parts' figures, such as a city's of its
 * districts'?
 *
 * @param target the whole: with figures of its own, or with {@link #figuresOf} its parts
 * @param parts in any order; their weights must not be negative, and one must be above 0
 */
public record RollUpQuestion(TargetQuestion target, RollUpMethod method, List<Part> parts) {
  /** Ids of figures that are made of the parts' begin so; the parts' own ids are pinned instead. */
  static final String MADE = "roll-up:";

  /**
   * One part.
   *
   * @param key names it; keys decide the order of summation
   * @param weight how much one unit of it counts
   * @param question its series, projects and target, due on the whole's due date
   * @param aims whether the question's value is a target of its own; else it only stands there so
   *     that its figure can be projected
   * @param madeUp the same question of a part that is itself made up of parts; null for any other
   */
  public record Part(
      String key,
      BigDecimal weight,
      TargetQuestion question,
      boolean aims,
      @Nullable RollUpQuestion madeUp) {
    /** A part that nothing else makes up. */
    public Part(String key, BigDecimal weight, TargetQuestion question, boolean aims) {
      this(key, weight, question, aims, null);
    }
  }

  public RollUpQuestion {
    parts = parts.stream().sorted(Comparator.comparing(Part::key)).toList();
    if (parts.stream().noneMatch(part -> part.weight().signum() > 0)
        || parts.stream().anyMatch(part -> part.weight().signum() < 0)) {
      throw new IllegalArgumentException("weights: (expected: none below 0, one above)");
    }
    for (Part part : parts) {
      if (!part.question().due().equals(target.due())) {
        throw new IllegalArgumentException(
            "due: " + part.question().due() + " (expected: " + target.due() + ")");
      }
    }
  }

  /** The weight of a part in the whole's unit. */
  double weight(Part part) {
    double weight = part.weight().doubleValue();
    return method == RollUpMethod.SUM ? weight : weight / total(parts).doubleValue();
  }

  private static BigDecimal total(List<Part> parts) {
    return parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * The whole's figures as the parts make them: one for each period in which every part has one, on
   * the earliest day of its members. A part that is late holds the whole back; nothing is mixed
   * from different periods.
   *
   * @param frequency how often a figure of the whole is due
   */
  public static List<Figure> figuresOf(List<Part> parts, RollUpMethod method, Frequency frequency) {
    Map<LocalDate, List<Member>> periods = new TreeMap<>();
    for (Part part : parts) {
      Map<LocalDate, Figure> last = new TreeMap<>();
      History.upTo(part.question().figures(), part.question())
          .forEach(figure -> last.put(frequency.periodEnd(figure.periodEnd()), figure));
      last.forEach((end, figure) ->
          periods.computeIfAbsent(end, e -> new ArrayList<>()).add(new Member(part, figure)));
    }
    return periods.values().stream()
        .filter(members -> members.size() == parts.size())
        .map(members -> made(members, method))
        .toList();
  }

  /** A part's figure of one period. */
  private record Member(Part part, Figure figure) {}

  private static Figure made(List<Member> members, RollUpMethod method) {
    BigDecimal sum = BigDecimal.ZERO;
    LocalDate day = members.getFirst().figure().periodEnd();
    for (Member member : members) {
      sum = sum.add(member.part().weight().multiply(member.figure().value()));
      day = day.isBefore(member.figure().periodEnd()) ? day : member.figure().periodEnd();
    }
    BigDecimal value =
        method == RollUpMethod.SUM
            ? sum
            : sum.divide(total(members.stream().map(Member::part).toList()), MathContext.DECIMAL64);
    return new Figure(
        MADE + day,
        day,
        value,
        Exactness.EXACT,
        members.stream().anyMatch(member -> member.figure().simulated()),
        members.stream().anyMatch(member -> member.figure().assumed()));
  }
}
