package io.waymark.sheets.filing;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.sheets.form.Directory;
import io.waymark.sheets.form.Directory.Found;
import io.waymark.sheets.form.KnownSubjects;
import io.waymark.sheets.form.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The projects that a bureau leads, and those that it supports when it names them. */
public final class Projects {
  private static final int PAGE = 1000;

  private final RegistryServiceBlockingStub registry;
  private final String planId;
  private final String bureau;

  /** Projects of one bureau in one plan. */
  public Projects(RegistryServiceBlockingStub registry, String planId, String bureau) {
    this.registry = registry;
    this.planId = planId;
    this.bureau = bureau;
  }

  /** Those that the bureau leads, by id, with their progress. */
  public List<ProjectState> led() {
    List<ProjectState> led = new ArrayList<>();
    String page = "";
    do {
      ListProjectsResponse reply =
          registry.listProjects(
              ListProjectsRequest.newBuilder()
                  .setPlanId(planId)
                  .setLeadBureauId(bureau)
                  .setPageSize(PAGE)
                  .setPageToken(page)
                  .build());
      led.addAll(reply.getStatesList());
      page = reply.getNextPageToken();
    } while (!page.isEmpty());
    return led;
  }

  /** Where rows look up their projects. */
  public Directory directory() {
    return new KnownSubjects(
        led().stream().map(state -> subject(state.getProject())).toList(), this::supported);
  }

  private Found supported(String id) {
    try {
      Project project =
          registry
              .getProject(GetProjectRequest.newBuilder().setPlanId(planId).setProjectId(id).build())
              .getState()
              .getProject();
      boolean own =
          project.getLeadBureauId().equals(bureau)
              || project.getSupportingBureauIdsList().contains(bureau);
      return own ? new Found.One(subject(project)) : new Found.None();
    } catch (StatusRuntimeException e) {
      if (Set.of(Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT, Status.Code.PERMISSION_DENIED)
          .contains(e.getStatus().getCode())) {
        return new Found.None();
      }
      throw e;
    }
  }

  private static Subject subject(Project project) {
    return new Subject(
        project.getProjectId(), project.getName().getZh(), project.getName().getEn(), List.of());
  }
}
