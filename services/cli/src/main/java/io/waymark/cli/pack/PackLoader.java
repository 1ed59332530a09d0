package io.waymark.cli.pack;

import io.waymark.cli.pack.LoadProgress.Stage;
import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.ImportPlanResponse;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Loads a pack: bureaus, then the plan, then projects, then figures, each figure in the name of the
 * indicator's lead bureau. Loading again writes nothing and says so. Errors of the services come
 * through as they are (StatusRuntimeException); what was acknowledged before stays, and the next
 * load goes on from there.
 */
public final class PackLoader {
  private static final int PROJECTS_AT_ONCE = 500;
  private static final long DEADLINE_SECONDS = 60;

  private final Door door;
  private final LoadProgress progress;

  /** A loader that enters by this door. */
  public PackLoader(Door door, LoadProgress progress) {
    this.door = door;
    this.progress = progress;
  }

  /** Loads everything of the pack. */
  public LoadReport load(PlanPack pack) {
    PackMessages messages = new PackMessages(pack);
    Counts bureaus = bureaus(pack, messages);
    Optional<ExportPlanResponse> before = LoadedPack.export(asPlanOffice(), pack.plan().id());
    ImportPlanResponse plan = plan(pack, messages.plan(), before);
    Counts projects = projects(pack, messages);
    Counts observations = observations(pack, messages);
    Counts revisions = revisions(messages, before);
    Counts decisions = new DecisionLoader(Keepers.of(door, Door.PLAN_OFFICE), pack).load();
    return new LoadReport(
        bureaus,
        Counts.of(plan.getIndicators()),
        Counts.of(plan.getTargets()),
        projects,
        observations,
        revisions,
        decisions,
        plan.getDecompositionsWritten(),
        pack.figures().size() - pack.series().size());
  }

  private Counts bureaus(PlanPack pack, PackMessages messages) {
    int total = pack.bureaus().size();
    progress.at(Stage.BUREAUS, 0, total);
    Counts counts =
        Counts.of(
            door.registry(Door.PLAN_OFFICE)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .importBureaus(messages.bureaus())
                .getCounts());
    progress.at(Stage.BUREAUS, total, total);
    return counts;
  }

  private ImportPlanResponse plan(
      PlanPack pack, ImportPlanRequest request, Optional<ExportPlanResponse> before) {
    int total = pack.indicators().size();
    progress.at(Stage.PLAN, 0, total);
    ImportPlanRequest.Builder over = request.toBuilder();
    before.ifPresent(loaded -> {
      over.clearNotes().addAllNotes(PackNotebook.over(pack.cells(), loaded));
      over.addAllDecompositions(emptied(request, loaded));
    });
    ImportPlanResponse response = asPlanOffice().importPlan(over.build());
    progress.at(Stage.PLAN, total, total);
    return response;
  }

  /** Shares that the pack no longer has, of targets that it still has, go. */
  private static List<Decomposition> emptied(ImportPlanRequest request, ExportPlanResponse loaded) {
    Set<String> given =
        request.getDecompositionsList().stream()
            .map(d -> d.getTargetId() + d.getKind())
            .collect(Collectors.toSet());
    Set<String> targets =
        request.getIndicatorsList().stream()
            .flatMap(indicator -> indicator.getTargetsList().stream())
            .map(Target::getTargetId)
            .collect(Collectors.toSet());
    return loaded.getDecompositionsList().stream()
        .filter(d -> targets.contains(d.getTargetId()))
        .filter(d -> !given.contains(d.getTargetId() + d.getKind()))
        .map(d -> d.toBuilder().clearShares().build())
        .toList();
  }

  /**
   * Revisions by document, the earliest first. One that is there already, from whichever source, is
   * not made again.
   */
  private Counts revisions(PackMessages messages, Optional<ExportPlanResponse> before) {
    Set<String> there =
        before.stream()
            .flatMap(loaded -> loaded.getRevisionsList().stream())
            .map(PackLoader::revision)
            .collect(Collectors.toSet());
    int created = 0;
    List<ReviseTargetRequest> requests = messages.revisions();
    for (ReviseTargetRequest request : requests) {
      if (there.add(revision(request))) {
        asPlanOffice().reviseTarget(request);
        created++;
      }
    }
    return new Counts(created, 0, requests.size() - created);
  }

  private static String revision(Target version) {
    return String.join(
        "|",
        version.getTargetId(),
        version.getInstrument().getEffective(),
        version.getInstrument().getDocument(),
        version.getValue(),
        version.getValueMax(),
        version.getComparator().name(),
        version.getDue());
  }

  private static String revision(ReviseTargetRequest request) {
    return String.join(
        "|",
        request.getTargetId(),
        request.getEffective(),
        request.getDocument(),
        request.getValue(),
        request.getValueMax(),
        request.getComparator().name(),
        request.getDue());
  }

  private Counts projects(PlanPack pack, PackMessages messages) {
    int total = pack.projects().size();
    int done = 0;
    Counts counts = Counts.NONE;
    progress.at(Stage.PROJECTS, 0, total);
    for (ImportProjectsRequest request : messages.projects(PROJECTS_AT_ONCE)) {
      counts =
          counts.plus(
              Counts.of(
                  door.registry(Door.PLAN_OFFICE)
                      .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                      .importProjects(request)
                      .getCounts()));
      done += request.getProjectsCount();
      progress.at(Stage.PROJECTS, done, total);
    }
    return counts;
  }

  private Counts observations(PlanPack pack, PackMessages messages) {
    Map<String, String> leads =
        pack.indicators().stream()
            .collect(Collectors.toMap(PlanPack.Indicator::id, PlanPack.Indicator::lead));
    List<Figure> series = pack.series();
    int done = 0;
    Counts counts = Counts.NONE;
    progress.at(Stage.OBSERVATIONS, 0, series.size());
    for (Figure figure : series) {
      String lead = leads.getOrDefault(figure.indicator(), Door.PLAN_OFFICE);
      counts = counts.plus(observation(pack.plan().id(), figure, messages, lead));
      progress.at(Stage.OBSERVATIONS, ++done, series.size());
    }
    return counts;
  }

  /** The reply to a repeated key is the stored one, so what was there before tells new from old. */
  private Counts observation(String planId, Figure figure, PackMessages messages, String lead) {
    List<Observation> before =
        asPlanOffice()
            .listObservations(
                ListObservationsRequest.newBuilder()
                    .setPlanId(planId)
                    .setIndicatorId(figure.indicator())
                    .build())
            .getObservationsList();
    RecordObservationRequest request = messages.observation(figure);
    String id =
        Retrying.call(() ->
            door.indicator(lead)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .recordObservation(request)
                .getObservationId());
    if (before.stream().anyMatch(observation -> observation.getObservationId().equals(id))) {
      return new Counts(0, 0, 1);
    }
    String period = figure.periodEnd().toString();
    boolean revised = before.stream().anyMatch(o -> o.getPeriodEnd().equals(period));
    return revised ? new Counts(0, 1, 0) : new Counts(1, 0, 0);
  }

  private IndicatorServiceBlockingStub asPlanOffice() {
    return door.indicator(Door.PLAN_OFFICE).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
