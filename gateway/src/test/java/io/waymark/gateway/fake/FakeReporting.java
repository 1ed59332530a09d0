package io.waymark.gateway.fake;

import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceImplBase;
import io.waymark.proto.indicator.v1.ListFigureDutiesRequest;
import io.waymark.proto.indicator.v1.ListFigureDutiesResponse;
import io.waymark.proto.registry.v1.Finding;
import io.waymark.proto.registry.v1.FindingKind;
import io.waymark.proto.registry.v1.ListFindingsRequest;
import io.waymark.proto.registry.v1.ListFindingsResponse;
import io.waymark.proto.registry.v1.ListReportingDutiesRequest;
import io.waymark.proto.registry.v1.ListReportingDutiesResponse;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceImplBase;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.proto.type.v1.ReportingDuty;

/** Some reports that are owed, and one that is worth a second look. */
final class FakeReporting extends ReportingServiceImplBase {
  @Override
  public void listReportingDuties(
      ListReportingDutiesRequest request, StreamObserver<ListReportingDutiesResponse> observer) {
    ListReportingDutiesResponse.Builder reply =
        ListReportingDutiesResponse.newBuilder().setToday("2027-06-30");
    DutyStanding[] standings = {
      DutyStanding.DUTY_STANDING_IN_TIME,
      DutyStanding.DUTY_STANDING_LATE,
      DutyStanding.DUTY_STANDING_MISSING,
      DutyStanding.DUTY_STANDING_DUE
    };
    for (int i = 0; i < 90; i++) {
      DutyStanding standing = standings[i * i % 7 % 4];
      boolean behind = standing.getNumber() > DutyStanding.DUTY_STANDING_IN_TIME_VALUE;
      reply.addDuties(
          duty("metro-line-12-wuchang", "12号线武昌段", "Line 12, Wuchang section")
              .setBureauId(i % 3 == 0 ? "transport" : i % 3 == 1 ? "water" : "housing")
              .setFrequency("quarterly")
              .setPeriodEnd("2027-03-31")
              .setDue("2027-04-12")
              .setStanding(standing)
              .setDaysLate(behind ? 3 + i : 0));
    }
    answer(observer, reply.build());
  }

  @Override
  public void listFindings(
      ListFindingsRequest request, StreamObserver<ListFindingsResponse> observer) {
    answer(
        observer,
        ListFindingsResponse.newBuilder()
            .addFindings(
                Finding.newBuilder()
                    .setPlanId(request.getPlanId())
                    .setProjectId(request.getProjectId())
                    .setKind(FindingKind.FINDING_KIND_PERCENT_FALLS)
                    .setReportId("r-9")
                    .setAsOf("2027-05-31")
                    .setProvenance(Provenance.PROVENANCE_SIMULATED)
                    .setReason(
                        LocalizedText.newBuilder()
                            .setZh("形象进度由 42.5%（2027-04-30）降到 38%（2027-05-31），减少 4.5 个百分点")
                            .setEn(
                                "percent complete falls from 42.5% (2027-04-30) to 38% (2027-05-31), by 4.5 points")))
            .build());
  }

  private static ReportingDuty.Builder duty(String id, String zh, String en) {
    return ReportingDuty.newBuilder()
        .setPlanId("wuhan-15")
        .setSubjectId(id)
        .setName(LocalizedText.newBuilder().setZh(zh).setEn(en));
  }

  private static <T> void answer(StreamObserver<T> observer, T message) {
    observer.onNext(message);
    observer.onCompleted();
  }

  /** The half of the indicator service. */
  static final class Figures extends FigureReportingServiceImplBase {
    @Override
    public void listFigureDuties(
        ListFigureDutiesRequest request, StreamObserver<ListFigureDutiesResponse> observer) {
      answer(
          observer,
          ListFigureDutiesResponse.newBuilder()
              .addDuties(
                  duty("gdp-total", "地区生产总值", "Gross regional product")
                      .setBureauId("plan-office")
                      .setFrequency("yearly")
                      .setPeriodEnd("2026-12-31")
                      .setDue("2027-03-31")
                      .setStanding(DutyStanding.DUTY_STANDING_MISSING)
                      .setDaysLate(91))
              .setToday("2027-06-30")
              .build());
    }
  }
}
