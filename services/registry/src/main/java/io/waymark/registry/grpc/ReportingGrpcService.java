package io.waymark.registry.grpc;

import io.grpc.stub.StreamObserver;
import io.waymark.calendar.reporting.Duty;
import io.waymark.proto.registry.v1.FindingKind;
import io.waymark.proto.registry.v1.ListFindingsRequest;
import io.waymark.proto.registry.v1.ListFindingsResponse;
import io.waymark.proto.registry.v1.ListPunctualityRequest;
import io.waymark.proto.registry.v1.ListPunctualityResponse;
import io.waymark.proto.registry.v1.ListReportingDutiesRequest;
import io.waymark.proto.registry.v1.ListReportingDutiesResponse;
import io.waymark.proto.registry.v1.ListReportingRulesRequest;
import io.waymark.proto.registry.v1.ListReportingRulesResponse;
import io.waymark.proto.registry.v1.ListReviewsRequest;
import io.waymark.proto.registry.v1.ListReviewsResponse;
import io.waymark.proto.registry.v1.ReportingServiceGrpc;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.registry.v1.SetReportingRuleResponse;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.registry.app.Reporting;
import io.waymark.registry.app.Reporting.Found;
import io.waymark.registry.app.Reporting.Owed;
import io.waymark.registry.app.ReportingStore.Query;
import io.waymark.registry.wire.ReportingWire;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The contract waymark.registry.v1.ReportingService. */
public final class ReportingGrpcService extends ReportingServiceGrpc.ReportingServiceImplBase {
  private final Reporting reporting;

  /** Creates the service. */
  public ReportingGrpcService(Reporting reporting) {
    this.reporting = reporting;
  }

  @Override
  public void listReportingDuties(
      ListReportingDutiesRequest request, StreamObserver<ListReportingDutiesResponse> caller) {
    Query query =
        new Query(
            request.getPlanId(),
            request.getBureauId(),
            request.getProjectId(),
            Asked.knownAt(request.hasKnownAt(), request.getKnownAt()));
    Set<DutyStanding> wanted = wanted(request.getStandingsList());
    LocalDate today = reporting.today(query.knownAt());
    List<Owed> owed =
        reporting.owed(query, Asked.span(request.getFrom(), request.getUntil())).stream()
            .filter(one -> wanted.contains(ReportingWire.standing(one.duty().standing())))
            .toList();
    var page = Asked.page(owed, request.getPageSize(), request.getPageToken());
    answer(
        caller,
        ListReportingDutiesResponse.newBuilder()
            .addAllDuties(page.items().stream().map(one -> ReportingWire.duty(one, today)).toList())
            .setNextPageToken(page.next())
            .setToday(today.toString())
            .build());
  }

  private static Set<DutyStanding> wanted(List<DutyStanding> asked) {
    EnumSet<DutyStanding> wanted = EnumSet.noneOf(DutyStanding.class);
    wanted.addAll(asked);
    wanted.remove(DutyStanding.DUTY_STANDING_UNSPECIFIED);
    if (!wanted.isEmpty()) {
      return wanted;
    }
    for (Duty.Standing standing : Duty.Standing.values()) {
      wanted.add(ReportingWire.standing(standing));
    }
    wanted.remove(DutyStanding.DUTY_STANDING_UPCOMING);
    return wanted;
  }

  @Override
  public void listPunctuality(
      ListPunctualityRequest request, StreamObserver<ListPunctualityResponse> caller) {
    Query query =
        new Query(
            request.getPlanId(),
            request.getBureauId(),
            "",
            Asked.knownAt(request.hasKnownAt(), request.getKnownAt()));
    var punctuality =
        reporting.punctuality(query, Asked.span(request.getFrom(), request.getUntil()));
    ListPunctualityResponse.Builder answer =
        ListPunctualityResponse.newBuilder()
            .setTotal(ReportingWire.punctuality("", punctuality.total()))
            .setToday(reporting.today(query.knownAt()).toString());
    punctuality
        .bureaus()
        .forEach((bureau, one) -> answer.addBureaus(ReportingWire.punctuality(bureau, one)));
    answer(caller, answer.build());
  }

  @Override
  public void listReportingRules(
      ListReportingRulesRequest request, StreamObserver<ListReportingRulesResponse> caller) {
    answer(
        caller,
        ListReportingRulesResponse.newBuilder()
            .addAllRules(ReportingWire.usualRules())
            .addAllRules(
                reporting.rules(request.getPlanId()).stream().map(ReportingWire::rule).toList())
            .build());
  }

  @Override
  public void setReportingRule(
      SetReportingRuleRequest request, StreamObserver<SetReportingRuleResponse> caller) {
    boolean changed = reporting.set(ReportingWire.draft(request), Requests.requester());
    answer(caller, SetReportingRuleResponse.newBuilder().setChanged(changed).build());
  }

  @Override
  public void listFindings(
      ListFindingsRequest request, StreamObserver<ListFindingsResponse> caller) {
    Query query =
        new Query(
            request.getPlanId(),
            request.getBureauId(),
            request.getProjectId(),
            Asked.knownAt(request.hasKnownAt(), request.getKnownAt()));
    var span = Asked.span(request.getFrom(), request.getUntil());
    List<Found> found =
        reporting.findings(query).stream()
            .filter(one -> span.contains(one.finding().asOf()))
            .filter(one ->
                request.getKind() == FindingKind.FINDING_KIND_UNSPECIFIED
                    || request.getKind() == ReportingWire.kind(one.finding().kind()))
            .toList();
    var page = Asked.page(found, request.getPageSize(), request.getPageToken());
    answer(
        caller,
        ListFindingsResponse.newBuilder()
            .addAllFindings(page.items().stream().map(ReportingWire::finding).toList())
            .setNextPageToken(page.next())
            .build());
  }

  @Override
  public void listReviews(ListReviewsRequest request, StreamObserver<ListReviewsResponse> caller) {
    Query query =
        new Query(
            request.getPlanId(),
            request.getBureauId(),
            "",
            Asked.knownAt(request.hasKnownAt(), request.getKnownAt()));
    var reviews = reporting.reviews(query, Asked.span(request.getFrom(), request.getUntil()));
    var page = Asked.page(reviews, request.getPageSize(), request.getPageToken());
    answer(
        caller,
        ListReviewsResponse.newBuilder()
            .addAllReviews(page.items().stream().map(ReportingWire::review).toList())
            .setNextPageToken(page.next())
            .build());
  }

  private static <T> void answer(StreamObserver<T> caller, T message) {
    caller.onNext(message);
    caller.onCompleted();
  }
}
