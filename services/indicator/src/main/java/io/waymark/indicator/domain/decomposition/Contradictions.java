package io.waymark.indicator.domain.decomposition;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Measure;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What does not fit between a target and the one below it that takes it up. */
final class Contradictions {
  private static final Set<Measure> GROWTH =
      Set.of(Measure.MEASURE_ANNUAL_GROWTH, Measure.MEASURE_AVERAGE_GROWTH);

  private final PlanFamily family;
  private final Findings findings;

  Contradictions(PlanFamily family, Findings findings) {
    this.family = family;
    this.findings = findings;
  }

  /** Compares a link whose two ends are loaded. */
  void check(Link link, PlacedTarget parent, PlacedTarget child) {
    direction(link, parent, child);
    unit(link, parent, child);
    later(link, parent, child);
    revised(link, parent, child);
    binding(link, parent, child);
    link.share().ifPresent(share -> below(link, parent, child, share));
  }

  /** Says which end of a link is not there. */
  void missing(Link link, boolean child) {
    String planId = child ? link.childPlanId() : link.parentPlanId();
    String targetId = child ? link.childTargetId() : link.parentTargetId();
    boolean planKnown = family.plan(planId).isPresent();
    add(
        link,
        DecompositionFault.DECOMPOSITION_FAULT_NOT_LOADED,
        true,
        planKnown
            ? "规划 %s 中没有目标 %s，而 %s 与它挂钩。".formatted(planId, targetId, other(link, child))
            : "规划 %s 尚未载入，而 %s 与其目标 %s 挂钩。".formatted(planId, other(link, child), targetId),
        planKnown
            ? "Plan %s has no target %s, to which %s is linked."
                .formatted(planId, targetId, other(link, child))
            : "Plan %s is not loaded, to whose target %s %s is linked."
                .formatted(planId, targetId, other(link, child)));
  }

  private static String other(Link link, boolean child) {
    return child
        ? link.parentPlanId() + "/" + link.parentTargetId()
        : link.childPlanId() + "/" + link.childTargetId();
  }

  private void direction(Link link, PlacedTarget parent, PlacedTarget child) {
    if (parent.indicator().getDirection() != child.indicator().getDirection()) {
      add(
          link,
          DecompositionFault.DECOMPOSITION_FAULT_DIRECTION,
          true,
          "“%s”上级以%s为好，“%s”下级以%s为好。"
              .formatted(parent.zh(), wayZh(parent), child.zh(), wayZh(child)),
          "%s is better %s in the parent plan, %s is better %s in the child plan."
              .formatted(parent.en(), wayEn(parent), child.en(), wayEn(child)));
    }
  }

  private static String wayZh(PlacedTarget placed) {
    return placed.lessIsBetter() ? "低" : "高";
  }

  private static String wayEn(PlacedTarget placed) {
    return placed.lessIsBetter() ? "lower" : "higher";
  }

  private void unit(Link link, PlacedTarget parent, PlacedTarget child) {
    String above = Texts.zh(parent.indicator().getUnit()).strip();
    String below = Texts.zh(child.indicator().getUnit()).strip();
    Measure measure = parent.indicator().getMeasure();
    Measure other = child.indicator().getMeasure();
    boolean sameKind = measure == other || (GROWTH.contains(measure) && GROWTH.contains(other));
    if (above.equals(below) && sameKind) {
      return;
    }
    String kindZh = sameKind ? "" : "，口径分别为 " + word(measure) + " 和 " + word(other);
    String kindEn = sameKind ? "" : "; one is a " + word(measure) + ", the other a " + word(other);
    add(
        link,
        DecompositionFault.DECOMPOSITION_FAULT_UNIT,
        true,
        "“%s”的单位：上级为“%s”，下级为“%s”%s，不能直接比较。".formatted(parent.zh(), above, below, kindZh),
        "%s: the parent counts in %s, the child in %s%s; they cannot be compared."
            .formatted(
                parent.en(),
                Texts.en(parent.indicator().getUnit()),
                Texts.en(child.indicator().getUnit()),
                kindEn));
  }

  private static String word(Measure measure) {
    return measure.name().substring("MEASURE_".length()).toLowerCase(java.util.Locale.ROOT);
  }

  private void later(Link link, PlacedTarget parent, PlacedTarget child) {
    if (child.due().isAfter(parent.due())) {
      add(
          link,
          DecompositionFault.DECOMPOSITION_FAULT_LATER,
          true,
          "“%s”：下级目标 %s 到期，晚于上级的 %s。".formatted(parent.zh(), child.due(), parent.due()),
          "%s: the child's target is due on %s, after the parent's on %s."
              .formatted(parent.en(), child.due(), parent.due()));
    }
  }

  private void revised(Link link, PlacedTarget parent, PlacedTarget child) {
    Instrument above = parent.target().getInstrument();
    Timestamp below = child.target().getInstrument().getRecordedAt();
    boolean byDocument =
        above.getKind() == InstrumentKind.INSTRUMENT_KIND_REVISION
            || above.getKind() == InstrumentKind.INSTRUMENT_KIND_SETTING;
    if (byDocument && Timestamps.compare(above.getRecordedAt(), below) > 0) {
      add(
          link,
          DecompositionFault.DECOMPOSITION_FAULT_PARENT_REVISED,
          true,
          "“%s”：上级目标已按%s改为 %s（%s 起），下级 %s 未随之更新。"
              .formatted(
                  parent.zh(),
                  above.getDocument(),
                  parent.figure().getZh(),
                  above.getEffective(),
                  child.figure().getZh()),
          "%s: the parent's target became %s by %s (from %s on) after the child's %s was last stated."
              .formatted(
                  parent.en(),
                  parent.figure().getEn(),
                  above.getDocument(),
                  above.getEffective(),
                  child.figure().getEn()));
    }
  }

  private void binding(Link link, PlacedTarget parent, PlacedTarget child) {
    if (parent.target().getBinding() && !child.target().getBinding()) {
      add(
          link,
          DecompositionFault.DECOMPOSITION_FAULT_NOT_BINDING,
          false,
          "“%s”：上级为约束性目标，下级为预期性目标。".formatted(parent.zh()),
          "%s: binding in the parent plan, merely expected in the child plan."
              .formatted(parent.en()));
    }
  }

  private void below(Link link, PlacedTarget parent, PlacedTarget child, BigDecimal share) {
    Optional<BigDecimal> value = child.value();
    if (value.isEmpty()) {
      add(
          link,
          DecompositionFault.DECOMPOSITION_FAULT_OPEN,
          true,
          "“%s”：分到 %s，下级尚未定目标值。".formatted(parent.zh(), parent.amount(share).getZh()),
          "%s: the share is %s, and the child plan has not set its target."
              .formatted(parent.en(), parent.amount(share).getEn()));
      return;
    }
    BigDecimal gap = value.get().subtract(share);
    boolean less = child.lessIsBetter() ? gap.signum() > 0 : gap.signum() < 0;
    if (less) {
      add(
          link,
          DecompositionFault.DECOMPOSITION_FAULT_CHILD_BELOW,
          true,
          "“%s”：分到 %s，下级目标只有 %s，相差 %s。"
              .formatted(
                  parent.zh(),
                  parent.amount(share).getZh(),
                  child.figure().getZh(),
                  parent.amount(gap.abs()).getZh()),
          "%s: the share is %s, the child's own target is %s: it asks for %s less than its share."
              .formatted(
                  parent.en(),
                  parent.amount(share).getEn(),
                  child.figure().getEn(),
                  parent.amount(gap.abs()).getEn()));
    }
  }

  private void add(Link link, DecompositionFault fault, boolean grave, String zh, String en) {
    boolean isParent = link.parentPlanId().equals(family.plan().getPlanId());
    DecompositionFinding.Builder finding =
        Findings.about(
                fault, grave, isParent ? link.parentTargetId() : link.childTargetId(), zh, en)
            .setAssignee(link.assignee())
            .setOtherPlanId(isParent ? link.childPlanId() : link.parentPlanId())
            .setOtherTargetId(isParent ? link.childTargetId() : link.parentTargetId());
    findings.add(finding);
  }
}
