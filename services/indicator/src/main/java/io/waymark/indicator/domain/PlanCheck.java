package io.waymark.indicator.domain;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUp;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a plan before it is imported; all or nothing. */
public final class PlanCheck {
  private static final Set<String> FREQUENCIES = Set.of("", "monthly", "quarterly", "yearly");
  private static final int MOST = 5000;
  private static final int MOST_PARTS = 200;

  private final Checks checks = new Checks();
  private final Predicate<String> rulebookExists;
  private final List<String> rulebooks;
  private final Set<String> targetIds = new HashSet<>();
  private @Nullable LocalDate planStart;

  private PlanCheck(Predicate<String> rulebookExists, List<String> rulebooks) {
    this.rulebookExists = rulebookExists;
    this.rulebooks = rulebooks;
  }

  /**
   * Refuses the request, naming every violation, or returns.
   *
   * @param rulebooks the names that exist, for whoever has to choose one
   */
  public static void check(
      ImportPlanRequest request, Predicate<String> rulebookExists, List<String> rulebooks) {
    new PlanCheck(rulebookExists, rulebooks).all(request);
  }

  private void all(ImportPlanRequest request) {
    plan(request.getPlan());
    int count = request.getIndicatorsCount();
    checks.must(
        count >= 1 && count <= MOST,
        "indicators",
        Integer.toString(count),
        Expected.ITEMS.with(1, MOST));
    Set<String> ids =
        request.getIndicatorsList().stream()
            .map(Indicator::getIndicatorId)
            .collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      Indicator indicator = request.getIndicators(i);
      String at = "indicators[" + i + "]";
      checks.must(
          seen.add(indicator.getIndicatorId()),
          at + ".indicator_id",
          indicator.getIndicatorId(),
          Expected.ONCE.with());
      indicator(at, indicator, ids);
    }
    PackCheck pack = new PackCheck(checks);
    pack.notes(request.getNotesList());
    pack.decompositions(request.getDecompositionsList(), targetIds);
    checks.raise();
  }

  private void plan(Plan plan) {
    checks.id("plan.plan_id", plan.getPlanId());
    checks.name("plan.name", plan.getName().getZh(), plan.getName().getEn());
    checks.must(
        plan.getParentPlanId().isEmpty() || !plan.getParentPlanId().equals(plan.getPlanId()),
        "plan.parent_plan_id",
        plan.getParentPlanId(),
        Expected.ANOTHER_PLAN.with());
    if (!plan.getParentPlanId().isEmpty()) {
      checks.id("plan.parent_plan_id", plan.getParentPlanId());
    }
    planStart = checks.date("plan.start", plan.getStart(), false);
    LocalDate end = checks.date("plan.end", plan.getEnd(), false);
    checks.must(
        planStart == null || end == null || planStart.isBefore(end),
        "plan.end",
        plan.getEnd(),
        Expected.AFTER.with(plan.getStart()));
    checks.must(
        rulebookExists.test(plan.getRulebook()),
        "plan.rulebook",
        plan.getRulebook(),
        Expected.RULEBOOK.with(String.join(", ", rulebooks)));
  }

  private void indicator(String at, Indicator indicator, Set<String> ids) {
    checks.id(at + ".indicator_id", indicator.getIndicatorId());
    checks.name(at + ".name", indicator.getName().getZh(), indicator.getName().getEn());
    checks.text(at + ".category", indicator.getCategory(), 80);
    checks.must(
        indicator.getMeasure() != Measure.MEASURE_UNSPECIFIED
            && indicator.getMeasure() != Measure.UNRECOGNIZED,
        at + ".measure",
        Integer.toString(indicator.getMeasureValue()),
        Expected.ONE_OF.with(
            "level, share, coverage, rate, cumulative, average growth, annual growth"));
    checks.must(
        indicator.getDirection() == Direction.DIRECTION_UP
            || indicator.getDirection() == Direction.DIRECTION_DOWN,
        at + ".direction",
        Integer.toString(indicator.getDirectionValue()),
        Expected.ONE_OF.with("up, down"));
    checks.must(
        FREQUENCIES.contains(indicator.getReportingFrequency()),
        at + ".reporting_frequency",
        indicator.getReportingFrequency(),
        Expected.FREQUENCY_OR_EMPTY.with());
    checks.id(at + ".lead_bureau_id", indicator.getLeadBureauId());
    String follows = indicator.getFollowsIndicatorId();
    checks.must(
        follows.isEmpty() || (ids.contains(follows) && !follows.equals(indicator.getIndicatorId())),
        at + ".follows_indicator_id",
        follows,
        Expected.ANOTHER_INDICATOR.with());
    if (indicator.hasRollsUp()) {
      rollUp(at + ".rolls_up", indicator.getRollsUp());
    }
    for (int t = 0; t < indicator.getTargetsCount(); t++) {
      target(at + ".targets[" + t + "]", indicator.getTargets(t));
    }
  }

  private void rollUp(String at, RollUp rollUp) {
    checks.must(
        rollUp.getMethod() == RollUpMethod.ROLL_UP_METHOD_SUM
            || rollUp.getMethod() == RollUpMethod.ROLL_UP_METHOD_WEIGHTED_MEAN,
        at + ".method",
        Integer.toString(rollUp.getMethodValue()),
        Expected.ONE_OF.with("sum, weighted mean"));
    int count = rollUp.getPartsCount();
    checks.must(
        count >= 1 && count <= MOST_PARTS,
        at + ".parts",
        Integer.toString(count),
        Expected.ITEMS.with(1, MOST_PARTS));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      RollUpPart part = rollUp.getParts(i);
      String it = at + ".parts[" + i + "]";
      checks.id(it + ".plan_id", part.getPlanId());
      checks.id(it + ".indicator_id", part.getIndicatorId());
      checks.must(
          seen.add(part.getPlanId() + "/" + part.getIndicatorId()),
          it,
          part.getPlanId() + "/" + part.getIndicatorId(),
          Expected.ONCE.with());
      BigDecimal weight = checks.decimal(it + ".weight", part.getWeight(), true);
      checks.must(
          weight == null || weight.signum() > 0,
          it + ".weight",
          part.getWeight(),
          Expected.POSITIVE_OR_EMPTY.with());
    }
  }

  private void target(String at, Target target) {
    checks.id(at + ".target_id", target.getTargetId());
    checks.must(
        targetIds.add(target.getTargetId()),
        at + ".target_id",
        target.getTargetId(),
        Expected.ONCE.with());
    BigDecimal value = checks.decimal(at + ".value", target.getValue(), true);
    BigDecimal max = checks.decimal(at + ".value_max", target.getValueMax(), true);
    checks.must(
        max == null || (value != null && value.compareTo(max) <= 0),
        at + ".value_max",
        target.getValueMax(),
        Expected.NOT_BELOW_VALUE.with(target.getValue()));
    checks.decimal(at + ".base_value", target.getBaseValue(), true);
    checks.date(at + ".base_date", target.getBaseDate(), true);
    checks.must(
        target.getComparator() != Comparator.COMPARATOR_UNSPECIFIED
            && target.getComparator() != Comparator.UNRECOGNIZED,
        at + ".comparator",
        Integer.toString(target.getComparatorValue()),
        Expected.ONE_OF.with("ge, gt, le, lt, approx, eq"));
    checks.must(
        target.getTrajectory() != Trajectory.UNRECOGNIZED,
        at + ".trajectory",
        Integer.toString(target.getTrajectoryValue()),
        Expected.ONE_OF.with("linear, annual targets"));
    if (target.hasServes()) {
      checks.id(at + ".serves.plan_id", target.getServes().getPlanId());
      checks.id(at + ".serves.target_id", target.getServes().getTargetId());
    }
    checks.text(at + ".official_text", target.getOfficialText(), 200);
    LocalDate due = checks.date(at + ".due", target.getDue(), false);
    checks.must(
        due == null || planStart == null || due.isAfter(planStart),
        at + ".due",
        target.getDue(),
        Expected.AFTER_PLAN_START.with(String.valueOf(planStart)));
  }
}
