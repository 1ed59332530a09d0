package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Point;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.RollUp;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.proto.type.v1.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A pack in the words of the contracts. */
public final class PackMessages {
  /** What the indicator service takes. */
  private static final int LONGEST_SOURCE = 500;

  private final PlanPack pack;

  /** Messages of one pack. */
  public PackMessages(PlanPack pack) {
    this.pack = pack;
  }

  /** All bureaus. */
  public ImportBureausRequest bureaus() {
    ImportBureausRequest.Builder request = ImportBureausRequest.newBuilder();
    pack.bureaus().forEach(bureau -> request.addBureaus(bureau(bureau)));
    return request.build();
  }

  /** The plan with its indicators and targets. */
  public ImportPlanRequest plan() {
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
    for (PlanPack.Share share : pack.shares()) {
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
  public List<ReviseTargetRequest> revisions() {
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

  /** The projects with what they add to indicators, at most {@code size} in a request. */
  public List<ImportProjectsRequest> projects(int size) {
    Map<String, List<Link>> links = new HashMap<>();
    pack.contributions()
        .forEach(l -> links.computeIfAbsent(l.project(), id -> new ArrayList<>()).add(l));
    List<ImportProjectsRequest> requests = new ArrayList<>();
    for (int from = 0; from < pack.projects().size(); from += size) {
      ImportProjectsRequest.Builder request = ImportProjectsRequest.newBuilder();
      parentsFirst().stream()
          .skip(from)
          .limit(size)
          .forEach(p -> request.addProjects(project(p, links.getOrDefault(p.id(), List.of()))));
      requests.add(request.build());
    }
    return requests;
  }

  /** A figure of the pack; the same figure always has the same key, a changed one another. */
  public RecordObservationRequest observation(Figure figure) {
    Provenance provenance = provenance(figure.assumed().contains("value"));
    String source = source(figure);
    String subject =
        String.join(
            "/", "pack", pack.plan().id(), figure.indicator(), figure.periodEnd().toString());
    String content =
        String.join(
            "|",
            figure.value().toPlainString(),
            figure.exactness().name(),
            provenance.name(),
            source);
    return RecordObservationRequest.newBuilder()
        .setPlanId(pack.plan().id())
        .setIndicatorId(figure.indicator())
        .setIdempotencyKey(ContentKey.of(subject, content))
        .setPeriodEnd(figure.periodEnd().toString())
        .setValue(figure.value().toPlainString())
        .setExactness(figure.exactness())
        .setProvenance(provenance)
        .setSource(source)
        .build();
  }

  private String source(Figure figure) {
    String line = figure.source().line() > 0 ? " 第 " + figure.source().line() + " 行" : "";
    String quote = figure.source().quote().isEmpty() ? "" : "：" + figure.source().quote();
    String source = pack.plan().source() + line + quote;
    return source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
  }

  private static Bureau bureau(PlanPack.Bureau bureau) {
    return bureau.more().toBuilder()
        .setBureauId(bureau.id())
        .setName(text(bureau.name()))
        .setParentBureauId(bureau.parent())
        .addAllEmails(bureau.emails())
        .setLanguage(bureau.language())
        .setProvenance(provenance(!bureau.assumed().isEmpty()))
        .build();
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
    for (PlanPack.Target target : targets) {
      message.addTargets(target(target));
      target.assumed().forEach(column -> assumed.add("targets." + column));
    }
    RollUp.Builder rollsUp = RollUp.newBuilder();
    for (PlanPack.Part part : pack.parts()) {
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

  private Project project(PlanPack.Project project, List<Link> links) {
    Project.Builder message =
        project.more().toBuilder()
            .setPlanId(pack.plan().id())
            .setProjectId(project.id())
            .setName(text(project.name()))
            .setCategory(project.category())
            .setPhase(project.phase())
            .setLeadBureauId(project.lead())
            .addAllSupportingBureauIds(project.supporting())
            .setPlannedStart(project.start().map(Object::toString).orElse(""))
            .setPlannedFinish(project.finish().map(Object::toString).orElse(""))
            .addAllAssumedFields(assumed(project))
            .setSource(source(project.source()))
            .setReportingFrequency(project.frequency());
    links.forEach(link -> message.addContributions(contribution(link)));
    for (Point point : pack.points()) {
      if (point.project().equals(project.id())) {
        message.addSchedule(point(point));
      }
    }
    return message.build();
  }

  /** As the pack states them, but no part before its whole: a request knows only earlier ones. */
  private List<PlanPack.Project> parentsFirst() {
    Map<String, String> parents = new HashMap<>();
    pack.projects().forEach(p -> parents.put(p.id(), p.more().getParentProjectId()));
    return pack.projects().stream()
        .sorted(Comparator.comparingInt(p -> depth(p.id(), parents)))
        .toList();
  }

  /** How many wholes a project is part of; the registry names a circle. */
  private static int depth(String id, Map<String, String> parents) {
    int depth = 0;
    for (String at = parents.getOrDefault(id, "");
        !at.isEmpty() && depth < parents.size();
        at = parents.getOrDefault(at, "")) {
      depth++;
    }
    return depth;
  }

  /** What the project's row and the rows of its schedule call assumed. */
  private Set<String> assumed(PlanPack.Project project) {
    Set<String> assumed = new TreeSet<>(project.assumed());
    pack.points().stream()
        .filter(point -> point.project().equals(project.id()))
        .forEach(point -> point.assumed().forEach(column -> assumed.add("schedule." + column)));
    return assumed;
  }

  private static SchedulePoint point(Point point) {
    SchedulePoint.Builder message =
        SchedulePoint.newBuilder()
            .setDate(point.date().toString())
            .setPercent(point.percent().doubleValue());
    return point.milestone().zh().isEmpty()
        ? message.build()
        : message.setMilestone(text(point.milestone())).build();
  }

  private static Contribution contribution(Link link) {
    return Contribution.newBuilder()
        .setIndicatorId(link.indicator())
        .setAmount(decimal(link.amount()))
        .setMode(link.mode())
        .setProvenance(provenance(link.assumed().contains("amount")))
        .build();
  }

  private static Provenance provenance(boolean assumed) {
    return assumed ? Provenance.PROVENANCE_ASSUMED : Provenance.PROVENANCE_PUBLISHED;
  }

  private static Source source(PlanPack.Source source) {
    return Source.newBuilder()
        .setSection(source.section())
        .setLine(source.line())
        .setQuote(source.quote())
        .build();
  }

  private static LocalizedText text(PlanPack.Text text) {
    return LocalizedText.newBuilder().setZh(text.zh()).setEn(text.en()).build();
  }

  private static String decimal(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
