package io.waymark.cli.pack;

import static io.waymark.cli.pack.PackWords.decimal;
import static io.waymark.cli.pack.PackWords.source;
import static io.waymark.cli.pack.PackWords.text;

import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.RollUp;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The plan, its indicators and its targets in the words of the contracts. */
final class PlanMessages {
  private final PlanPack pack;

  PlanMessages(PlanPack pack) {
    this.pack = pack;
  }

  /** The plan with its indicators and targets. */
  ImportPlanRequest plan() {
    Map<String, List<PlanPack.Target>> targets = new HashMap<>();
    pack.targets()
        .forEach(t -> targets.computeIfAbsent(t.indicator(), id -> new ArrayList<>()).add(t));
    PlanPack.Plan plan = pack.plan();
    ImportPlanRequest.Builder request =
        ImportPlanRequest.newBuilder()
            .setPlan(
                Plan.newBuilder()
                    .setPlanId(plan.id())
                    .setName(text(plan.name()))
                    .setStart(plan.start().toString())
                    .setEnd(plan.end().toString())
                    .setRulebook(plan.rulebook())
                    .setParentPlanId(plan.parent())
                    .setSource(plan.source())
                    .addAllAssumedFields(new TreeSet<>(plan.assumed())));
    pack.indicators()
        .forEach(i -> request.addIndicators(indicator(i, targets.getOrDefault(i.id(), List.of()))));
    return request
        .addAllNotes(PackNotebook.of(pack.cells()))
        .addAllDecompositions(decompositions())
        .build();
  }

  /** How targets are shared out, each target and kind once. */
  private List<Decomposition> decompositions() {
    Map<String, Decomposition.Builder> found = new LinkedHashMap<>();
    for (PlanPack.Share share :
        sorted(pack.shares(), Comparator.comparing(PlanPack.Share::assignee))) {
      found
          .computeIfAbsent(
              share.target() + " " + share.kind(),
              key ->
                  Decomposition.newBuilder()
                      .setTargetId(share.target())
                      .setKind(share.kind())
                      .setMethod(share.method())
                      .setTolerance(decimal(share.tolerance())))
          .addShares(
              Share.newBuilder()
                  .setAssignee(share.assignee())
                  .setValue(decimal(share.value()))
                  .setNone(share.none())
                  .setWeight(decimal(share.weight()))
                  .setChildPlanId(share.childPlan())
                  .setChildTargetId(share.childTarget()));
    }
    return found.values().stream().map(Decomposition.Builder::build).toList();
  }

  /** The revisions by document, in the order in which they take effect. */
  List<ReviseTargetRequest> revisions() {
    return pack.revisions().stream()
        .sorted(Comparator.comparing(PlanPack.Revision::effective))
        .map(this::revision)
        .toList();
  }

  private ReviseTargetRequest revision(PlanPack.Revision revision) {
    String subject = String.join("/", "pack", pack.plan().id(), revision.target());
    String content =
        String.join(
            "|",
            revision.effective().toString(),
            decimal(revision.value()),
            decimal(revision.valueMax()),
            revision.comparator().name(),
            revision.due().toString(),
            revision.document(),
            revision.approver(),
            revision.reason());
    return ReviseTargetRequest.newBuilder()
        .setPlanId(pack.plan().id())
        .setTargetId(revision.target())
        .setIdempotencyKey(ContentKey.of(subject, content))
        .setValue(decimal(revision.value()))
        .setValueMax(decimal(revision.valueMax()))
        .setComparator(revision.comparator())
        .setDue(revision.due().toString())
        .setDocument(revision.document())
        .setApprover(revision.approver())
        .setReason(revision.reason())
        .setEffective(revision.effective().toString())
        .build();
  }

  /** In an order of their own, so that the order of a file's rows changes nothing. */
  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    return items.stream().sorted(order).toList();
  }

  private Indicator indicator(PlanPack.Indicator indicator, List<PlanPack.Target> targets) {
    Set<String> assumed = new TreeSet<>(indicator.assumed());
    Indicator.Builder message =
        Indicator.newBuilder()
            .setIndicatorId(indicator.id())
            .setName(text(indicator.name()))
            .setCategory(indicator.category())
            .setUnit(text(indicator.unit()))
            .setMeasure(indicator.measure())
            .setDirection(indicator.direction())
            .setReportingFrequency(indicator.frequency())
            .setLeadBureauId(indicator.lead())
            .setFollowsIndicatorId(indicator.follows())
            .setYearToDate(indicator.yearToDate())
            .setReferenceClass(indicator.referenceClass())
            .setSource(source(indicator.source()));
    for (PlanPack.Target target : sorted(targets, Comparator.comparing(PlanPack.Target::id))) {
      message.addTargets(target(target));
      target.assumed().forEach(column -> assumed.add("targets." + column));
    }
    RollUp.Builder rollsUp = RollUp.newBuilder();
    Comparator<PlanPack.Part> byPart =
        Comparator.comparing(PlanPack.Part::plan).thenComparing(PlanPack.Part::indicator);
    for (PlanPack.Part part : sorted(pack.parts(), byPart)) {
      if (part.whole().equals(indicator.id())) {
        rollsUp.setMethod(part.method()).addParts(part(part));
      }
    }
    if (rollsUp.getPartsCount() > 0) {
      message.setRollsUp(rollsUp);
    }
    return message.addAllAssumedFields(assumed).build();
  }

  private static RollUpPart part(PlanPack.Part part) {
    RollUpPart.Builder message =
        RollUpPart.newBuilder()
            .setPlanId(part.plan())
            .setIndicatorId(part.indicator())
            .setWeight(decimal(part.weight()));
    return part.name().zh().isEmpty() && part.name().en().isEmpty()
        ? message.build()
        : message.setName(text(part.name())).build();
  }

  private static Target target(PlanPack.Target target) {
    Target.Builder message = Target.newBuilder();
    if (!target.servesPlan().isEmpty()) {
      message.setServes(
          TargetLink.newBuilder()
              .setPlanId(target.servesPlan())
              .setTargetId(target.servesTarget()));
    }
    return message
        .setTargetId(target.id())
        .setValue(decimal(target.value()))
        .setValueMax(decimal(target.valueMax()))
        .setComparator(target.comparator())
        .setDue(target.due().toString())
        .setBaseValue(decimal(target.base()))
        .setBaseDate(target.baseDate().map(Object::toString).orElse(""))
        .setBinding(target.binding())
        .setTrajectory(target.trajectory())
        .setOfficialText(target.official())
        .addAllAssumedFields(new TreeSet<>(target.assumed()))
        .build();
  }
}
