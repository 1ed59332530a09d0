package io.waymark.cli.demo;

import io.waymark.cli.demo.DemoEvent.Figure;
import io.waymark.cli.pack.ContentKey;
import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.registry.v1.ContributionMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What is observed of one indicator: its base, what the projects of the demo have added to it, and
 * for the rest of the way its own pace with some noise.
 *
 * @param base the figure that it starts from, at the end of 2025
 * @param links what projects add to it
 * @param pace progress made on the rest of the way for each unit due
 */
record Observing(
    Indicator indicator,
    Target target,
    BigDecimal base,
    List<Link> links,
    double pace,
    Map<String, Course> courses,
    Draw draw) {
  private static final LocalDate BEFORE = LocalDate.of(2025, 12, 31);
  private static final double NOISE = 0.02;
  private static final double ROUNDING = 1e-9;

  /** Fields whose figures are known on the last day of the period; others take a month. */
  private static final Set<String> PROMPT = Set.of("transport", "water");

  private static final Set<String> COUNTED =
      Set.of("家", "个", "项", "名", "件", "所", "条", "环", "射", "列", "场", "处");

  /** Whether a period of it ends with that month. */
  boolean speaksOf(LocalDate monthEnd) {
    return Months.closes(indicator.frequency(), monthEnd);
  }

  /** The month end at which the figure of a period is sent. */
  LocalDate sentAt(LocalDate periodEnd) {
    return PROMPT.contains(indicator.category()) ? periodEnd : Months.next(periodEnd);
  }

  /** The figure of the period that ends with that month. */
  Figure figure(LocalDate periodEnd, String keyStem) {
    BigDecimal value = rounded(growth() ? grown(periodEnd) : reached(periodEnd));
    String source = source();
    String subject = keyStem + "/" + indicator.id() + "/" + periodEnd;
    String key = ContentKey.of(subject, value.toPlainString() + "|" + source);
    return new Figure(key, indicator.lead(), indicator.id(), periodEnd, value, source);
  }

  private boolean growth() {
    return indicator.measure() == Measure.MEASURE_AVERAGE_GROWTH
        || indicator.measure() == Measure.MEASURE_ANNUAL_GROWTH;
  }

  private double grown(LocalDate periodEnd) {
    return aim() * pace * (0.97 + 0.06 * luck(periodEnd));
  }

  private double reached(LocalDate periodEnd) {
    double way = aim() - base.doubleValue();
    double carried = 0;
    double planned = 0;
    for (Link link : links) {
      double amount = link.amount().map(BigDecimal::doubleValue).orElse(0.0);
      planned += amount;
      carried += amount * shareDone(link, periodEnd);
    }
    double rest = Math.abs(planned) >= Math.abs(way) ? 0 : way - planned;
    double elapsed =
        ChronoUnit.DAYS.between(BEFORE, periodEnd)
            / (double) ChronoUnit.DAYS.between(BEFORE, target.due());
    double noise = NOISE * (2 * luck(periodEnd) - 1) * (rest == 0 && way != 0 ? 0 : size(way));
    return base.doubleValue() + carried + rest * elapsed * pace + noise;
  }

  /** Where base and target are the same, noise goes by the size of the figure. */
  private double size(double way) {
    return way == 0 ? base.doubleValue() / 4 : way;
  }

  private double shareDone(Link link, LocalDate periodEnd) {
    Course course = courses.get(link.project());
    if (course == null) {
      return 0;
    }
    if (link.mode() == ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION) {
      return course.finishedBy(periodEnd) ? 1 : 0;
    }
    return course.percentAt(periodEnd) / 100;
  }

  private double luck(LocalDate periodEnd) {
    Random random = draw.of("figure/" + indicator.id() + "/" + periodEnd);
    return random.nextDouble();
  }

  private double aim() {
    return target.value().map(BigDecimal::doubleValue).orElse(base.doubleValue());
  }

  /**
   * As many decimals as show a twentieth of the way; things are counted whole. What projects carry
   * is rounded up: a figure below what they have done would say that something was lost for good.
   */
  private BigDecimal rounded(double value) {
    double nudge = links.isEmpty() ? ROUNDING : -ROUNDING;
    RoundingMode mode = links.isEmpty() ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return BigDecimal.valueOf(value + nudge).setScale(decimals(), mode);
  }

  private int decimals() {
    if (COUNTED.contains(indicator.unit().zh())) {
      return 0;
    }
    int stated = Math.max(scale(base), target.value().map(Observing::scale).orElse(0));
    double way = growth() ? aim() : Math.abs(aim() - base.doubleValue());
    int needed = way == 0 ? 1 : (int) Math.ceil(StrictMath.log10(20 / way));
    return Math.clamp(Math.max(stated, needed), 0, 4);
  }

  private static int scale(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  /** Sums of money are of a whole year, whenever they are reported. */
  private String source() {
    boolean money =
        indicator.unit().zh().startsWith("亿") && indicator.frequency().equals("quarterly");
    return money
        ? Labels.marked("演示场景；最近四个季度合计", "demo scenario; sum of the last four quarters")
        : Labels.marked("演示场景", "demo scenario");
  }

  /** The base that a figure can start from: the target's, else the last published one. */
  static Optional<BigDecimal> base(Target target, List<BigDecimal> published) {
    return target
        .base()
        .or(() -> published.isEmpty() ? Optional.empty() : Optional.of(published.getLast()));
  }
}
