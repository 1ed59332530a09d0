package io.waymark.cli;

import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceImplBase;
import io.waymark.proto.indicator.v1.ListFigureDutiesRequest;
import io.waymark.proto.indicator.v1.ListFigureDutiesResponse;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesRequest;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesResponse;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleRequest;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleResponse;
import io.waymark.proto.registry.v1.Finding;
import io.waymark.proto.registry.v1.FindingKind;
import io.waymark.proto.registry.v1.ListFindingsRequest;
import io.waymark.proto.registry.v1.ListFindingsResponse;
import io.waymark.proto.registry.v1.ListReportingDutiesRequest;
import io.waymark.proto.registry.v1.ListReportingDutiesResponse;
import io.waymark.proto.registry.v1.ListReportingRulesRequest;
import io.waymark.proto.registry.v1.ListReportingRulesResponse;
import io.waymark.proto.registry.v1.ListReviewsRequest;
import io.waymark.proto.registry.v1.ListReviewsResponse;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceImplBase;
import io.waymark.proto.registry.v1.Review;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.registry.v1.SetReportingRuleResponse;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Both halves of the reporting calendar, with a few duties and a finding. */
final class FakeReporting extends ReportingServiceImplBase {
  final List<SetReportingRuleRequest> set = new CopyOnWriteArrayList<>();
  final List<ListReportingDutiesRequest> asked = new CopyOnWriteArrayList<>();
  final List<ListReviewsRequest> reviewed = new CopyOnWriteArrayList<>();
  final Figures figures = new Figures();

  static final ReportingDuty MISSING =
      duty("pump-yangsigang", "杨泗港泵站", "Yangsigang pumping station", "water", "2027-05-31")
          .setFrequency("monthly")
          .setDue("2027-06-07")
          .setCloses("2027-06-10")
          .setStanding(DutyStanding.DUTY_STANDING_MISSING)
          .setDaysLate(23)
          .build();
  static final ReportingDuty DUE =
      duty("metro-line-12-wuchang", "12号线武昌段", "Line 12 Wuchang", "transport", "2027-06-30")
          .setFrequency("quarterly")
          .setDue("2027-07-12")
          .setCloses("2027-07-15")
          .setStanding(DutyStanding.DUTY_STANDING_DUE)
          .build();
  static final ReportingDuty LATE =
      duty("metro-line-12-wuchang", "12号线武昌段", "Line 12 Wuchang", "transport", "2027-03-31")
          .setFrequency("quarterly")
          .setDue("2027-04-12")
          .setCloses("2027-04-15")
          .setStanding(DutyStanding.DUTY_STANDING_LATE)
          .setFiledOn("2027-05-02")
          .setDaysLate(20)
          .build();
  static final ReportingDuty FIGURE =
      duty("gdp-total", "地区生产总值", "Gross regional product", "plan-office", "2026-12-31")
          .setFrequency("yearly")
          .setDue("2027-03-31")
          .setCloses("2027-04-05")
          .setStanding(DutyStanding.DUTY_STANDING_IN_TIME)
          .setFiledOn("2027-02-28")
          .build();

  private static ReportingDuty.Builder duty(
      String subject, String zh, String en, String bureau, String end) {
    return ReportingDuty.newBuilder()
        .setPlanId("wuhan-15")
        .setSubjectId(subject)
        .setName(LocalizedText.newBuilder().setZh(zh).setEn(en))
        .setBureauId(bureau)
        .setPeriodEnd(end);
  }

  @Override
  public void listReportingDuties(
      ListReportingDutiesRequest request, StreamObserver<ListReportingDutiesResponse> observer) {
    asked.add(request);
    List<ReportingDuty> all =
        Stream.of(LATE, MISSING, DUE)
            .filter(duty ->
                request.getBureauId().isEmpty() || request.getBureauId().equals(duty.getBureauId()))
            .toList();
    // one a page, so that whoever asks must follow
    int at = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    ListReportingDutiesResponse.Builder page =
        ListReportingDutiesResponse.newBuilder().setToday("2027-06-30");
    if (at < all.size()) {
      page.addDuties(all.get(at));
    }
    answer(observer, page.setNextPageToken(at + 1 < all.size() ? at + 1 + "" : "").build());
  }

  @Override
  public void listFindings(
      ListFindingsRequest request, StreamObserver<ListFindingsResponse> observer) {
    ListFindingsResponse.Builder reply = ListFindingsResponse.newBuilder();
    if (request.getBureauId().isEmpty() || request.getBureauId().equals("water")) {
      reply.addFindings(
          Finding.newBuilder()
              .setPlanId("wuhan-15")
              .setProjectId("pump-yangsigang")
              .setProjectName(MISSING.getName())
              .setBureauId("water")
              .setKind(FindingKind.FINDING_KIND_PERCENT_FALLS)
              .setReportId("wuhan-15.pump-yangsigang.9")
              .setAsOf("2027-05-31")
              .setProvenance(Provenance.PROVENANCE_SIMULATED)
              .setReason(
                  LocalizedText.newBuilder()
                      .setZh("形象进度由 42.5%（2027-04-30）降到 38%（2027-05-31），减少 4.5 个百分点")
                      .setEn(
                          "percent complete falls from 42.5% (2027-04-30) to 38% (2027-05-31), by 4.5 points")));
    }
    answer(observer, reply.build());
  }

  @Override
  public void listReviews(
      ListReviewsRequest request, StreamObserver<ListReviewsResponse> observer) {
    reviewed.add(request);
    boolean first = request.getPageToken().isEmpty();
    Review.Builder review =
        first
            ? Review.newBuilder().setProjectId("metro-line-12-wuchang").setBureauId("transport")
            : Review.newBuilder()
                .setProjectId("pump-yangsigang")
                .setBureauId("water")
                .setFindings(1);
    answer(
        observer,
        ListReviewsResponse.newBuilder()
            .addReviews(review.setReports(4))
            .setNextPageToken(first ? "1" : "")
            .build());
  }

  @Override
  public void listReportingRules(
      ListReportingRulesRequest request, StreamObserver<ListReportingRulesResponse> observer) {
    answer(observer, ListReportingRulesResponse.newBuilder().addRules(rule("monthly", 5)).build());
  }

  @Override
  public void setReportingRule(
      SetReportingRuleRequest request, StreamObserver<SetReportingRuleResponse> observer) {
    boolean changed = set.isEmpty();
    set.add(request);
    answer(observer, SetReportingRuleResponse.newBuilder().setChanged(changed).build());
  }

  private static ReportingRule rule(String frequency, int day) {
    return ReportingRule.newBuilder()
        .setFrequency(frequency)
        .setMonthsAfter(1)
        .setDay(day)
        .setGraceDays(3)
        .build();
  }

  private static <T> void answer(StreamObserver<T> observer, T message) {
    observer.onNext(message);
    observer.onCompleted();
  }

  /** The half of the indicator service. */
  static final class Figures extends FigureReportingServiceImplBase {
    final List<SetFigureReportingRuleRequest> set = new CopyOnWriteArrayList<>();
    final List<ListFigureDutiesRequest> asked = new CopyOnWriteArrayList<>();

    @Override
    public void listFigureDuties(
        ListFigureDutiesRequest request, StreamObserver<ListFigureDutiesResponse> observer) {
      asked.add(request);
      ListFigureDutiesResponse.Builder reply = ListFigureDutiesResponse.newBuilder();
      if (request.getBureauId().isEmpty() || request.getBureauId().equals("plan-office")) {
        reply.addDuties(FIGURE);
      }
      answer(observer, reply.setToday("2027-06-30").build());
    }

    @Override
    public void listFigureReportingRules(
        ListFigureReportingRulesRequest request,
        StreamObserver<ListFigureReportingRulesResponse> observer) {
      answer(
          observer,
          ListFigureReportingRulesResponse.newBuilder()
              .addRules(
                  rule("yearly", 31).toBuilder()
                      .setSubjectId("gdp-total")
                      .setEffective("2027-01-01"))
              .build());
    }

    @Override
    public void setFigureReportingRule(
        SetFigureReportingRuleRequest request,
        StreamObserver<SetFigureReportingRuleResponse> observer) {
      set.add(request);
      answer(observer, SetFigureReportingRuleResponse.newBuilder().setChanged(true).build());
    }
  }
}
