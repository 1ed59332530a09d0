package io.waymark.cli.pack;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.proto.indicator.v1.ExportPlanRequest;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a plan as it is loaded. */
public final class LoadedPack {
  private static final int PAGE = 1000;

  private LoadedPack() {}

  /** The cells of a loaded plan; empty if it is not loaded. */
  public static Optional<PackCells> read(
      IndicatorServiceBlockingStub indicator, RegistryServiceBlockingStub registry, String planId) {
    return export(indicator, planId)
        .map(plan ->
            PackExport.of(
                plan,
                registry.listBureaus(ListBureausRequest.getDefaultInstance()).getBureausList(),
                projects(registry, planId)));
  }

  /** Nothing is loaded: what a new plan is compared with. */
  public static PackCells none() {
    return new PackCells(Map.of());
  }

  static Optional<ExportPlanResponse> export(
      IndicatorServiceBlockingStub indicator, String planId) {
    try {
      return Optional.of(
          indicator.exportPlan(ExportPlanRequest.newBuilder().setPlanId(planId).build()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<Project> projects(RegistryServiceBlockingStub registry, String planId) {
    List<Project> projects = new ArrayList<>();
    String page = "";
    do {
      ListProjectsResponse response =
          registry.listProjects(
              ListProjectsRequest.newBuilder()
                  .setPlanId(planId)
                  .setPageSize(PAGE)
                  .setPageToken(page)
                  .build());
      response.getStatesList().stream().map(ProjectState::getProject).forEach(projects::add);
      page = response.getNextPageToken();
    } while (!page.isEmpty());
    return projects;
  }
}
