package io.waymark.cli.pack;

import static io.waymark.cli.pack.PackWords.decimal;
import static io.waymark.cli.pack.PackWords.provenance;
import static io.waymark.cli.pack.PackWords.source;
import static io.waymark.cli.pack.PackWords.text;

import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Point;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.SchedulePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Projects, what they add to indicators and their own schedules in the words of the contracts. */
final class ProjectMessages {
  private final PlanPack pack;

  ProjectMessages(PlanPack pack) {
    this.pack = pack;
  }

  /** The projects with what they add to indicators, at most {@code size} in a request. */
  List<ImportProjectsRequest> projects(int size) {
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
    // In an order of their own, so that the order of a file's rows changes nothing.
    links.stream()
        .sorted(Comparator.comparing(Link::indicator))
        .forEach(link -> message.addContributions(contribution(link)));
    for (Point point : pack.ownPoints()) {
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
    pack.ownPoints().stream()
        .filter(point -> point.project().equals(project.id()))
        .forEach(point -> point.assumed().forEach(column -> assumed.add("schedule." + column)));
    return assumed;
  }

  static SchedulePoint point(Point point) {
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
}
