package io.waymark.cli.evaluate;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.HonestyFact;
import io.waymark.proto.registry.v1.ListReviewsRequest;
import io.waymark.proto.registry.v1.ListReviewsResponse;
import io.waymark.proto.registry.v1.Review;
import java.util.ArrayList;
import java.util.List;

/** How many reports of each project the honesty checks looked at, and how many they flag. */
final class HonestyFacts {
  private static final int PAGE = 5000;

  private final Services services;
  private final Window window;

  HonestyFacts(Services services, Window window) {
    this.services = services;
    this.window = window;
  }

  /** Of the reports that speak of a day within the window, by what was known, by project. */
  List<HonestyFact> of(String planId) {
    ListReviewsRequest.Builder request =
        ListReviewsRequest.newBuilder()
            .setPlanId(planId)
            .setFrom(window.from().toString())
            .setUntil(window.asOf().toString())
            .setKnownAt(window.knownAtStamp())
            .setPageSize(PAGE);
    List<HonestyFact> facts = new ArrayList<>();
    ListReviewsResponse page;
    do {
      page = services.reporting().listReviews(request.build());
      page.getReviewsList().forEach(review -> facts.add(fact(review)));
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return facts;
  }

  private static HonestyFact fact(Review review) {
    return HonestyFact.newBuilder()
        .setKind(DutySubject.DUTY_SUBJECT_PROJECT)
        .setSubjectId(review.getProjectId())
        .setReports(review.getReports())
        .setFindings(review.getFindings())
        .setLeadBureauId(review.getBureauId())
        .build();
  }
}
