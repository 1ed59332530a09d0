package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceBlockingStub;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesRequest;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListReportingRulesRequest;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceBlockingStub;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.ArrayList;
import java.util.List;

/** Whoever keeps what a pack states: plan and figures, bureaus and projects, and both calendars. */
public record Keepers(
    IndicatorServiceBlockingStub indicator,
    RegistryServiceBlockingStub registry,
    ReportingServiceBlockingStub reports,
    FigureReportingServiceBlockingStub figures) {
  private static final int PAGE = 1000;

  /** As a bureau sees them through a door. */
  public static Keepers of(Door door, String bureauId) {
    return new Keepers(
        door.indicator(bureauId),
        door.registry(bureauId),
        door.reporting(bureauId),
        door.figureReporting(bureauId));
  }

  /** All projects of a plan, by id. */
  List<ProjectState> projects(String planId) {
    List<ProjectState> projects = new ArrayList<>();
    ListProjectsRequest.Builder request =
        ListProjectsRequest.newBuilder().setPlanId(planId).setPageSize(PAGE);
    ListProjectsResponse page;
    do {
      page = registry.listProjects(request.build());
      projects.addAll(page.getStatesList());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return projects;
  }

  /** The rules that were set for reports of projects, in the order in which they were. */
  List<ReportingRule> rulesOfReports(String planId) {
    return set(
        reports
            .listReportingRules(ListReportingRulesRequest.newBuilder().setPlanId(planId).build())
            .getRulesList());
  }

  /** The rules that were set for figures of indicators, in the order in which they were. */
  List<ReportingRule> rulesOfFigures(String planId) {
    return set(
        figures
            .listFigureReportingRules(
                ListFigureReportingRulesRequest.newBuilder().setPlanId(planId).build())
            .getRulesList());
  }

  /** The usual ones hold without being set, and have no first day. */
  private static List<ReportingRule> set(List<ReportingRule> rules) {
    return rules.stream().filter(rule -> !rule.getEffective().isEmpty()).toList();
  }
}
