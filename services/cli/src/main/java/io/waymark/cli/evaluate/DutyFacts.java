package io.waymark.cli.evaluate;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.ListFigureDutiesRequest;
import io.waymark.proto.indicator.v1.ListFigureDutiesResponse;
import io.waymark.proto.registry.v1.ListReportingDutiesRequest;
import io.waymark.proto.registry.v1.ListReportingDutiesResponse;
import io.waymark.proto.type.v1.ReportingDuty;
import java.util.ArrayList;
import java.util.List;

/**
 * Which reports and figures came due within the window, and when they came, by the plan's own
 * reporting calendar and by what was known.
 */
final class DutyFacts {
  private static final int PAGE = 5000;

  private final Services services;
  private final Window window;

  DutyFacts(Services services, Window window) {
    this.services = services;
    this.window = window;
  }

  /** Reports of projects first, each kind by due day. */
  List<DutyFact> of(String planId) {
    List<DutyFact> facts = new ArrayList<>();
    ofProjects(planId, facts);
    ofFigures(planId, facts);
    return facts;
  }

  private void ofProjects(String planId, List<DutyFact> facts) {
    ListReportingDutiesRequest.Builder request =
        ListReportingDutiesRequest.newBuilder()
            .setPlanId(planId)
            .setFrom(window.from().toString())
            .setUntil(window.asOf().toString())
            .setKnownAt(window.knownAtStamp())
            .setPageSize(PAGE);
    ListReportingDutiesResponse page;
    do {
      page = services.reporting().listReportingDuties(request.build());
      page.getDutiesList().forEach(duty -> facts.add(fact(DutySubject.DUTY_SUBJECT_PROJECT, duty)));
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
  }

  private void ofFigures(String planId, List<DutyFact> facts) {
    ListFigureDutiesRequest.Builder request =
        ListFigureDutiesRequest.newBuilder()
            .setPlanId(planId)
            .setFrom(window.from().toString())
            .setUntil(window.asOf().toString())
            .setKnownAt(window.knownAtStamp())
            .setPageSize(PAGE);
    ListFigureDutiesResponse page;
    do {
      page = services.figureReporting().listFigureDuties(request.build());
      page.getDutiesList()
          .forEach(duty -> facts.add(fact(DutySubject.DUTY_SUBJECT_INDICATOR, duty)));
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
  }

  private static DutyFact fact(DutySubject kind, ReportingDuty duty) {
    return DutyFact.newBuilder()
        .setKind(kind)
        .setSubjectId(duty.getSubjectId())
        .setPeriodEnd(duty.getPeriodEnd())
        .setCloses(duty.getCloses())
        .setFiledOn(duty.getFiledOn())
        .setLeadBureauId(duty.getBureauId())
        .build();
  }
}
