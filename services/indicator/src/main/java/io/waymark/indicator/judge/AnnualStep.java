package io.waymark.indicator.judge;

import io.waymark.judging.Waypoint;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.Trajectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A target of an annual plan that serves one of a longer plan: a point of that one's schedule.
 *
 * @param plan the annual plan
 * @param planVersion its version
 * @param target in the version in force
 */
public record AnnualStep(Plan plan, long planVersion, Target target) {
  private static final Set<Measure> WITHOUT_A_WAY =
      Set.of(Measure.MEASURE_AVERAGE_GROWTH, Measure.MEASURE_ANNUAL_GROWTH);

  /**
   * Whether it says where the longer plan's indicator should stand on a day: counted in the same
   * unit, within that plan's years, and not one of the parts that make the indicator up.
   *
   * @param own the indicator of the annual plan
   * @param whole the plan that is served
   * @param served its indicator
   */
  public boolean marks(Indicator own, Plan whole, Indicator served) {
    boolean sameQuantity =
        own.getMeasure() == served.getMeasure()
            && !WITHOUT_A_WAY.contains(served.getMeasure())
            && own.getUnit().getZh().strip().equals(served.getUnit().getZh().strip())
            && own.getDirection() == served.getDirection();
    boolean part =
        served.getRollsUp().getPartsList().stream()
            .anyMatch(one -> one.getPlanId().equals(plan.getPlanId()));
    return sameQuantity
        && !part
        && !target.getValue().isEmpty()
        && target.getDue().compareTo(whole.getStart()) >= 0;
  }

  /** The same as one of those targets says; unchanged if it is not among them. */
  AnnualStep as(Map<String, Target> targets) {
    return new AnnualStep(plan, planVersion, targets.getOrDefault(target.getTargetId(), target));
  }

  /** The points of a target's schedule; of two for one day the annual plan's counts. */
  static List<Waypoint> waypoints(
      Plan plan, Indicator indicator, Target target, List<AnnualStep> steps) {
    TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
    if (target.getTrajectory() == Trajectory.TRAJECTORY_ANNUAL_TARGETS) {
      indicator.getTargetsList().stream()
          .filter(one -> !one.getValue().isEmpty())
          .forEach(
              one -> points.put(LocalDate.parse(one.getDue()), new BigDecimal(one.getValue())));
    }
    if (target.getTrajectory() != Trajectory.TRAJECTORY_LINEAR) {
      points.putAll(
          indicator.getMeasure() == Measure.MEASURE_CUMULATIVE
              ? summedUp(plan, steps)
              : asTheyAre(steps));
    }
    List<Waypoint> before = new ArrayList<>();
    points
        .headMap(LocalDate.parse(target.getDue()))
        .forEach((day, value) -> before.add(new Waypoint(day, value)));
    return before;
  }

  private static TreeMap<LocalDate, BigDecimal> asTheyAre(List<AnnualStep> steps) {
    TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
    steps.forEach(step -> points.put(step.due(), step.value()));
    return points;
  }

  /**
   * Sums count from the beginning of their own plan: one year's is added to that of the years
   * before, as long as none is missing.
   */
  private static TreeMap<LocalDate, BigDecimal> summedUp(Plan plan, List<AnnualStep> steps) {
    TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
    LocalDate begin = LocalDate.parse(plan.getStart());
    LocalDate next = begin;
    BigDecimal sum = BigDecimal.ZERO;
    for (AnnualStep step : steps) {
      LocalDate start = LocalDate.parse(step.plan().getStart());
      if (start.equals(next)) {
        sum = sum.add(step.value());
      } else if (start.equals(begin)) {
        sum = step.value();
      } else {
        break;
      }
      points.put(step.due(), sum);
      next = step.due().plusDays(1);
    }
    return points;
  }

  private LocalDate due() {
    return LocalDate.parse(target.getDue());
  }

  private BigDecimal value() {
    return new BigDecimal(target.getValue());
  }
}
