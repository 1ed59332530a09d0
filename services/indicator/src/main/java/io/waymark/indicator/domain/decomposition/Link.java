package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.TargetLink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A target of one plan and the one of another plan that takes it up.
 *
 * @param assignee whose share it is; empty if the link is none of a share
 * @param share what the child is to bring; empty if nothing says so
 */
record Link(
    String parentPlanId,
    String parentTargetId,
    String childPlanId,
    String childTargetId,
    String assignee,
    Optional<BigDecimal> share) {

  /** All links of a plan, upwards and downwards: by shares, by steps, by roll-up. */
  static List<Link> of(PlanFamily family) {
    String planId = family.plan().getPlanId();
    List<Link> links = new ArrayList<>();
    for (Plan plan : family.plans()) {
      shares(family, plan.getPlanId(), links);
      steps(family, plan.getPlanId(), links);
      parts(family, plan.getPlanId(), links);
    }
    return links.stream()
        .filter(link -> link.parentPlanId.equals(planId) || link.childPlanId.equals(planId))
        .filter(link -> !link.parentPlanId.equals(link.childPlanId))
        .distinct()
        .toList();
  }

  private static void shares(PlanFamily family, String planId, List<Link> links) {
    for (Decomposition decomposition : family.decompositions(planId)) {
      boolean comparable = decomposition.getMethod() != ShareMethod.SHARE_METHOD_SUM_OF_INCREASE;
      for (Share share : decomposition.getSharesList()) {
        if (!share.getChildTargetId().isEmpty()) {
          links.add(
              new Link(
                  planId,
                  decomposition.getTargetId(),
                  share.getChildPlanId(),
                  share.getChildTargetId(),
                  share.getAssignee(),
                  comparable ? value(share) : Optional.empty()));
        }
      }
    }
  }

  /**
   * An annual target is held against the year's share if the five-year target has one, else against
   * the figure that the five-year plan itself states for that day, a point of its schedule.
   */
  private static void steps(PlanFamily family, String planId, List<Link> links) {
    for (PlacedTarget child : family.targets(planId)) {
      if (!child.target().hasServes()) {
        continue;
      }
      TargetLink serves = child.target().getServes();
      String year = Integer.toString(child.due().getYear());
      Optional<Share> share =
          family.decompositions(serves.getPlanId()).stream()
              .filter(d -> d.getTargetId().equals(serves.getTargetId()))
              .filter(d -> d.getKind() == ShareKind.SHARE_KIND_YEAR)
              .filter(d -> d.getMethod() != ShareMethod.SHARE_METHOD_SUM_OF_INCREASE)
              .flatMap(d -> d.getSharesList().stream())
              .filter(s -> s.getAssignee().equals(year))
              .findFirst();
      boolean named =
          share
              .filter(s ->
                  s.getChildPlanId().equals(planId)
                      && s.getChildTargetId().equals(child.target().getTargetId()))
              .isPresent();
      if (!named) {
        links.add(
            new Link(
                serves.getPlanId(),
                serves.getTargetId(),
                planId,
                child.target().getTargetId(),
                share.map(Share::getAssignee).orElse(""),
                share.flatMap(Link::value).or(() -> waypoint(family, serves, child))));
      }
    }
  }

  private static Optional<BigDecimal> waypoint(
      PlanFamily family, TargetLink serves, PlacedTarget child) {
    Optional<PlacedTarget> served = family.target(serves.getPlanId(), serves.getTargetId());
    if (served.isEmpty() || served.get().indicator().getMeasure() == Measure.MEASURE_CUMULATIVE) {
      // Such a figure is summed up since the plan began, an annual one since the year did.
      return Optional.empty();
    }
    return family.targets(serves.getPlanId()).stream()
        .filter(own -> own.indicator().equals(served.get().indicator()))
        .filter(own -> !own.target().getTargetId().equals(serves.getTargetId()))
        .filter(own -> own.due().equals(child.due()))
        .findFirst()
        .flatMap(PlacedTarget::value);
  }

  private static void parts(PlanFamily family, String planId, List<Link> links) {
    for (Indicator whole : family.indicators(planId)) {
      Optional<PlacedTarget> parent = family.lastTarget(planId, whole.getIndicatorId());
      for (RollUpPart part : whole.getRollsUp().getPartsList()) {
        Optional<PlacedTarget> child = family.lastTarget(part.getPlanId(), part.getIndicatorId());
        if (parent.isPresent() && (child.isPresent() || family.plan(part.getPlanId()).isEmpty())) {
          links.add(
              new Link(
                  planId,
                  parent.get().target().getTargetId(),
                  part.getPlanId(),
                  child.map(c -> c.target().getTargetId()).orElse(part.getIndicatorId()),
                  "",
                  Optional.empty()));
        }
      }
    }
  }

  private static Optional<BigDecimal> value(Share share) {
    return share.getValue().isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(share.getValue()));
  }
}
