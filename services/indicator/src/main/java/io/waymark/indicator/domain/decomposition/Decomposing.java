package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.indicator.v1.CheckedDecomposition;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.LinkedTarget;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RelatedPlan;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks how a plan's targets are shared out, and how they fit the plans above and below. */
public final class Decomposing {
  private final PlanFamily family;
  private final String planId;
  private final Findings findings = new Findings();
  private final GetDecompositionResponse.Builder response = GetDecompositionResponse.newBuilder();

  private Decomposing(PlanFamily family) {
    this.family = family;
    this.planId = family.plan().getPlanId();
  }

  /**
   * Everything about one plan.
   *
   * @param targetId only this target; empty for all
   */
  public static GetDecompositionResponse of(PlanFamily family, String targetId) {
    return new Decomposing(family).all(targetId);
  }

  private GetDecompositionResponse all(String targetId) {
    response.setPlan(family.plan()).setTargets(family.targets(planId).size());
    shares(targetId);
    links(targetId);
    if (targetId.isEmpty()) {
      periods();
    }
    for (DecompositionFinding finding : findings.sorted()) {
      if (targetId.isEmpty() || finding.getTargetId().equals(targetId)) {
        response.addFindings(finding);
      }
    }
    return response.build();
  }

  private void shares(String targetId) {
    List<Decomposition> all =
        family.decompositions(planId).stream()
            .sorted(
                Comparator.comparing(Decomposition::getTargetId)
                    .thenComparingInt(Decomposition::getKindValue))
            .toList();
    Forgotten forgotten = new Forgotten(family, findings);
    for (Decomposition decomposition : all) {
      Optional<PlacedTarget> placed = family.target(planId, decomposition.getTargetId());
      if (placed.isPresent()
          && (targetId.isEmpty() || decomposition.getTargetId().equals(targetId))) {
        CheckedDecomposition.Builder checked =
            new AddingUp(placed.get(), decomposition, findings).check();
        decomposition
            .getSharesList()
            .forEach(share -> checked.addAssignees(name(share, decomposition)));
        response.addDecompositions(checked);
        forgotten.check(placed.get(), decomposition);
      }
    }
    Set<String> shared = all.stream().map(Decomposition::getTargetId).collect(Collectors.toSet());
    family.targets(planId).stream()
        .map(placed -> placed.target().getTargetId())
        .filter(id -> !shared.contains(id))
        .forEach(response::addUndecomposedTargetIds);
  }

  private LocalizedText name(Share share, Decomposition decomposition) {
    if (decomposition.getKind() == ShareKind.SHARE_KIND_YEAR) {
      return Texts.of(share.getAssignee() + "年", share.getAssignee());
    }
    var bureau = family.bureaus().get(share.getAssignee());
    return bureau == null ? Texts.of(share.getAssignee(), share.getAssignee()) : bureau.getName();
  }

  private void links(String targetId) {
    Contradictions contradictions = new Contradictions(family, findings);
    for (Link link : Link.of(family)) {
      boolean isParent = link.parentPlanId().equals(planId);
      String own = isParent ? link.parentTargetId() : link.childTargetId();
      if (!targetId.isEmpty() && !own.equals(targetId)) {
        continue;
      }
      Optional<PlacedTarget> parent = family.target(link.parentPlanId(), link.parentTargetId());
      Optional<PlacedTarget> child = family.target(link.childPlanId(), link.childTargetId());
      response.addLinks(linked(link, parent, child));
      if (parent.isPresent() && child.isPresent()) {
        contradictions.check(link, parent.get(), child.get());
      } else {
        contradictions.missing(link, child.isEmpty());
      }
    }
    related();
  }

  private static LinkedTarget linked(
      Link link, Optional<PlacedTarget> parent, Optional<PlacedTarget> child) {
    LinkedTarget.Builder linked =
        LinkedTarget.newBuilder()
            .setChildPlanId(link.childPlanId())
            .setChildTargetId(link.childTargetId())
            .setParentPlanId(link.parentPlanId())
            .setParentTargetId(link.parentTargetId());
    parent.ifPresent(p ->
        linked
            .setName(p.indicator().getName())
            .setParentFigure(p.figure())
            .setParentDue(p.due().toString()));
    child.ifPresent(c -> {
      linked.setChildFigure(c.figure()).setChildDue(c.due().toString());
      if (parent.isEmpty()) {
        linked.setName(c.indicator().getName());
      }
    });
    return linked.build();
  }

  private void related() {
    for (Plan other : family.plans()) {
      boolean parent = other.getPlanId().equals(family.plan().getParentPlanId());
      boolean child = other.getParentPlanId().equals(planId);
      if (parent || child) {
        long links =
            response.getLinksList().stream()
                .filter(link ->
                    (parent ? link.getParentPlanId() : link.getChildPlanId())
                        .equals(other.getPlanId()))
                .count();
        response.addRelated(
            RelatedPlan.newBuilder().setPlan(other).setParent(parent).setLinks((int) links));
      }
    }
  }

  private void periods() {
    String parentId = family.plan().getParentPlanId();
    if (!parentId.isEmpty() && family.plan(parentId).isEmpty()) {
      findings.add(
          Findings.about(
                  DecompositionFault.DECOMPOSITION_FAULT_NOT_LOADED,
                  false,
                  "",
                  "上级规划 %s 尚未载入。".formatted(parentId),
                  "The parent plan %s is not loaded.".formatted(parentId))
              .setOtherPlanId(parentId));
    }
    for (RelatedPlan related : response.getRelatedList()) {
      Plan other = related.getPlan();
      Plan own = family.plan();
      boolean apart =
          other.getEnd().compareTo(own.getStart()) < 0
              || own.getEnd().compareTo(other.getStart()) < 0;
      if (apart) {
        findings.add(
            Findings.about(
                    DecompositionFault.DECOMPOSITION_FAULT_PERIODS,
                    false,
                    "",
                    "%s（%s 至 %s）与本规划（%s 至 %s）没有重叠的年份：只能承前启后，不能逐年核对。"
                        .formatted(
                            Texts.zh(other.getName()),
                            other.getStart(),
                            other.getEnd(),
                            own.getStart(),
                            own.getEnd()),
                    "%s (%s to %s) and this plan (%s to %s) have no year in common: one leads up to the other, and no year can be held against the other's."
                        .formatted(
                            Texts.en(other.getName()),
                            other.getStart(),
                            other.getEnd(),
                            own.getStart(),
                            own.getEnd()))
                .setOtherPlanId(other.getPlanId()));
      }
    }
  }
}
