package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.ProjectListView;
import io.waymark.cli.view.ProjectStateView;
import io.waymark.cli.view.View;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.GetProjectResponse;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListScheduleVersionsRequest;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.registry.v1.Store;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The projects of a plan, filtered, or one of them with its phases, money and schedules. */
@Command(name = "projects")
final class ProjectsCommand implements Callable<Integer> {
  private static final Map<String, Store> STORES =
      Map.of(
          "catalogue", Store.STORE_CATALOGUE,
          "目录库", Store.STORE_CATALOGUE,
          "reserve", Store.STORE_RESERVE,
          "储备库", Store.STORE_RESERVE,
          "implementation", Store.STORE_IMPLEMENTATION,
          "实施库", Store.STORE_IMPLEMENTATION);
  private static final Map<String, ProjectKind> LISTS =
      Map.of(
          "project", ProjectKind.PROJECT_KIND_PROJECT,
          "重大项目", ProjectKind.PROJECT_KIND_PROJECT,
          "policy", ProjectKind.PROJECT_KIND_POLICY,
          "重大政策", ProjectKind.PROJECT_KIND_POLICY,
          "platform", ProjectKind.PROJECT_KIND_PLATFORM,
          "重大平台", ProjectKind.PROJECT_KIND_PLATFORM,
          "reform", ProjectKind.PROJECT_KIND_REFORM,
          "重大改革", ProjectKind.PROJECT_KIND_REFORM);

  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "project")
  private @Nullable String project;

  @Option(names = "--store", paramLabel = "STORE")
  private @Nullable String store;

  @Option(names = "--list", paramLabel = "LIST")
  private @Nullable String list;

  @Option(names = "--phase", paramLabel = "PHASE")
  private @Nullable String phase;

  @Option(names = "--district", paramLabel = "ID")
  private @Nullable String district;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private @Nullable String bureau;

  @Option(names = "--field", paramLabel = "FIELD")
  private @Nullable String field;

  @Option(names = "--part-of", paramLabel = "PROJECT")
  private @Nullable String parent;

  @Option(names = "--search", paramLabel = "TEXT")
  private @Nullable String search;

  @Option(names = "--suspended")
  private boolean suspended;

  ProjectsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ListProjectsRequest.Builder request = filter(input);
    input.orFail("next.projects");
    try (Session session = shell.session()) {
      request.setPlanId(session.planId());
      if (project != null) {
        show(session, new Subjects(shell, session).project(project));
      } else {
        list(session, request);
      }
    }
    return Problem.DONE;
  }

  private ListProjectsRequest.Builder filter(Input input) {
    ListProjectsRequest.Builder request =
        ListProjectsRequest.newBuilder()
            .setStore(word(input, "--store", store, STORES, "expected.store"))
            .setKind(word(input, "--list", list, LISTS, "expected.list"))
            .setDistrict(text(district))
            .setBureauId(text(bureau))
            .setCategory(text(field))
            .setParentProjectId(text(parent))
            .setSearch(text(search))
            .setSuspended(suspended)
            .setWithoutReports(!shell.json());
    for (String one : text(phase).split("[,，、]", -1)) {
      if (!one.isBlank()) {
        request.addPhases(input.phase("--phase", one));
      }
    }
    return request;
  }

  private static <T extends Enum<T>> T word(
      Input input, String name, @Nullable String typed, Map<String, T> words, String expected) {
    T unspecified = words.values().iterator().next().getDeclaringClass().getEnumConstants()[0];
    if (typed == null) {
      return unspecified;
    }
    T meant = words.get(typed.strip().toLowerCase(Locale.ROOT));
    if (meant == null) {
      input.fault(name, typed, expected);
    }
    return meant == null ? unspecified : meant;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private void list(Session session, ListProjectsRequest.Builder request) {
    ListProjectsResponse.Builder all = ListProjectsResponse.newBuilder();
    ListProjectsResponse page;
    do {
      page = session.services().registry().listProjects(request.build());
      all.addAllStates(page.getStatesList());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    if (shell.json()) {
      shell.printJson(all);
    } else {
      shell.print(new ProjectListView(view()).render(all.build()));
    }
  }

  private void show(Session session, String projectId) {
    var registry = session.services().registry();
    GetProjectResponse reply =
        registry.getProject(
            GetProjectRequest.newBuilder()
                .setPlanId(session.planId())
                .setProjectId(projectId)
                .build());
    if (shell.json()) {
      shell.printJson(reply);
      return;
    }
    var schedules =
        registry.listScheduleVersions(
            ListScheduleVersionsRequest.newBuilder()
                .setPlanId(session.planId())
                .setProjectId(projectId)
                .build());
    shell.print(
        new ProjectStateView(view(), shell.environment().zone())
            .render(reply.getState(), schedules));
  }

  private View view() {
    return new View(shell.words(), shell.style());
  }
}
