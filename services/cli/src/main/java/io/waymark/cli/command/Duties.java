package io.waymark.cli.command;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.ListFigureDutiesRequest;
import io.waymark.proto.indicator.v1.ListFigureDutiesResponse;
import io.waymark.proto.registry.v1.ListReportingDutiesRequest;
import io.waymark.proto.registry.v1.ListReportingDutiesResponse;
import io.waymark.proto.type.v1.ReportingDuty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reports of projects and figures that are owed.
 *
 * @param all by due day, upcoming ones left out
 */
record Duties(List<ReportingDuty> all, String today) {
  private static final int PAGE = 5000;

  /**
   * Asks both services.
   *
   * @param bureauId only this bureau; empty for all
   */
  static Duties of(Session session, String bureauId) {
    List<ReportingDuty> all = new ArrayList<>();
    String today = ofProjects(session.services(), session.planId(), bureauId, all);
    ofFigures(session.services(), session.planId(), bureauId, all);
    all.sort(
        Comparator.comparing(ReportingDuty::getDue).thenComparing(ReportingDuty::getSubjectId));
    return new Duties(List.copyOf(all), today);
  }

  private static String ofProjects(
      Services services, String planId, String bureauId, List<ReportingDuty> all) {
    ListReportingDutiesRequest.Builder request =
        ListReportingDutiesRequest.newBuilder()
            .setPlanId(planId)
            .setBureauId(bureauId)
            .setPageSize(PAGE);
    ListReportingDutiesResponse reply;
    do {
      reply = services.reporting().listReportingDuties(request.build());
      all.addAll(reply.getDutiesList());
      request.setPageToken(reply.getNextPageToken());
    } while (!reply.getNextPageToken().isEmpty());
    return reply.getToday();
  }

  private static void ofFigures(
      Services services, String planId, String bureauId, List<ReportingDuty> all) {
    ListFigureDutiesRequest.Builder request =
        ListFigureDutiesRequest.newBuilder()
            .setPlanId(planId)
            .setBureauId(bureauId)
            .setPageSize(PAGE);
    ListFigureDutiesResponse reply;
    do {
      reply = services.figureReporting().listFigureDuties(request.build());
      all.addAll(reply.getDutiesList());
      request.setPageToken(reply.getNextPageToken());
    } while (!reply.getNextPageToken().isEmpty());
  }
}
