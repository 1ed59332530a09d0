package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.FindingGravity;
import io.waymark.proto.indicator.v1.ShareKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings, each once. */
final class Findings {
  private static final Comparator<DecompositionFinding> ORDER =
      Comparator.comparingInt((DecompositionFinding finding) -> -finding.getGravityValue())
          .thenComparing(DecompositionFinding::getTargetId)
          .thenComparingInt(DecompositionFinding::getKindValue)
          .thenComparingInt(DecompositionFinding::getFaultValue)
          .thenComparing(DecompositionFinding::getAssignee)
          .thenComparing(DecompositionFinding::getOtherPlanId)
          .thenComparing(DecompositionFinding::getOtherTargetId);

  private final List<DecompositionFinding> found = new ArrayList<>();

  /** A finding about a target of the plan. */
  static DecompositionFinding.Builder about(
      DecompositionFault fault, boolean grave, String targetId, String zh, String en) {
    return DecompositionFinding.newBuilder()
        .setFault(fault)
        .setGravity(
            grave ? FindingGravity.FINDING_GRAVITY_FAULT : FindingGravity.FINDING_GRAVITY_NOTE)
        .setTargetId(targetId)
        .setWords(Texts.of(zh, en));
  }

  void add(DecompositionFinding.Builder finding) {
    found.add(finding.build());
  }

  void add(DecompositionFinding.Builder finding, ShareKind kind, String assignee) {
    add(finding.setKind(kind).setAssignee(assignee));
  }

  List<DecompositionFinding> sorted() {
    return found.stream().distinct().sorted(ORDER).toList();
  }
}
