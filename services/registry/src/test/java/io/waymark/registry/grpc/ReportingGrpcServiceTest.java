package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static io.waymark.registry.grpc.Calls.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.waymark.proto.registry.v1.Finding;
import io.waymark.proto.registry.v1.FindingKind;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListFindingsRequest;
import io.waymark.proto.registry.v1.ListPunctualityRequest;
import io.waymark.proto.registry.v1.ListReportingDutiesRequest;
import io.waymark.proto.registry.v1.ListReportingRulesRequest;
import io.waymark.proto.registry.v1.ListReviewsRequest;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceBlockingStub;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reporting calendar and the findings as callers see them. Projects report monthly. */
class ReportingGrpcServiceTest {
  private final InProcessRegistry registry = new InProcessRegistry();
  private final ReportingServiceBlockingStub office =
      registry.reportingAs(caller("plan-office", "plan_office"));

  @BeforeEach
  void registerInApril() {
    on("2027-04-10");
    registry
        .as(caller("plan-office", "plan_office"))
        .importProjects(
            ImportProjectsRequest.newBuilder()
                .addProjects(Calls.project("pump-a", "water"))
                .addProjects(Calls.project("pump-b", "transport"))
                .build());
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void whatIsOwedIsToldWithItsStanding() {
    on("2027-05-04");
    progress("pump-a", "2027-04-30", 20);
    on("2027-06-20");
    progress("pump-a", "2027-05-31", 24);
    assertThat(duties(ListReportingDutiesRequest.newBuilder()))
        .extracting(
            ReportingDuty::getSubjectId,
            ReportingDuty::getPeriodEnd,
            ReportingDuty::getDue,
            ReportingDuty::getStanding,
            ReportingDuty::getDaysLate)
        .containsExactly(
            tuple("pump-a", "2027-04-30", "2027-05-05", DutyStanding.DUTY_STANDING_IN_TIME, 0),
            tuple("pump-b", "2027-04-30", "2027-05-05", DutyStanding.DUTY_STANDING_MISSING, 46),
            tuple("pump-a", "2027-05-31", "2027-06-07", DutyStanding.DUTY_STANDING_LATE, 13),
            tuple("pump-b", "2027-05-31", "2027-06-07", DutyStanding.DUTY_STANDING_MISSING, 13));
    assertThat(
            duties(
                ListReportingDutiesRequest.newBuilder()
                    .setBureauId("water")
                    .addStandings(DutyStanding.DUTY_STANDING_LATE)))
        .hasSize(1);
    assertThat(
            duties(
                ListReportingDutiesRequest.newBuilder()
                    .addStandings(DutyStanding.DUTY_STANDING_UPCOMING)))
        .extracting(ReportingDuty::getPeriodEnd)
        .containsExactly("2027-06-30", "2027-06-30");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepeat() {
    on("2027-06-20");
    var first =
        office.listReportingDuties(
            ListReportingDutiesRequest.newBuilder().setPlanId("wuhan-15").setPageSize(3).build());
    var second =
        office.listReportingDuties(
            ListReportingDutiesRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setPageSize(3)
                .setPageToken(first.getNextPageToken())
                .build());
    assertThat(first.getDutiesList()).hasSize(3);
    assertThat(second.getDutiesList())
        .hasSize(1)
        .doesNotContainAnyElementsOf(first.getDutiesList());
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(
            statusOf(() -> duties(ListReportingDutiesRequest.newBuilder().setPageToken("x")))
                .code())
        .isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(
            statusOf(() -> duties(ListReportingDutiesRequest.newBuilder().setFrom("may"))).code())
        .isEqualTo(Code.INVALID_ARGUMENT);
  }

  @Test
  void punctualityIsToldByBureauAndAsItStoodEarlier() {
    on("2027-05-04");
    progress("pump-a", "2027-04-30", 20);
    on("2027-06-20");
    Instant earlier = registry.clock().instant();
    on("2027-07-01");
    progress("pump-b", "2027-05-31", 24);
    var now = punctuality(ListPunctualityRequest.newBuilder());
    assertThat(now)
        .containsExactly(
            "transport: 0 in time, 2 late, 0 missing, 1 due, 81 days",
            "water: 1 in time, 0 late, 1 missing, 1 due, 24 days",
            ": 1 in time, 2 late, 1 missing, 2 due, 105 days");
    assertThat(
            punctuality(
                ListPunctualityRequest.newBuilder()
                    .setKnownAt(Timestamps.fromMillis(earlier.toEpochMilli()))
                    .setBureauId("transport")
                    .setUntil("2027-05-31")))
        .containsExactly(
            "transport: 0 in time, 0 late, 1 missing, 0 due, 46 days",
            ": 0 in time, 0 late, 1 missing, 0 due, 46 days");
  }

  @Test
  void thePlanOfficeSetsUntilWhenReportsAreDue() {
    on("2027-05-12");
    ReportingRule rule =
        ReportingRule.newBuilder()
            .setFrequency("monthly")
            .setMonthsAfter(1)
            .setDay(15)
            .setGraceDays(1)
            .setEffective("2027-04-01")
            .build();
    assertThat(set(rule)).isTrue();
    assertThat(set(rule)).isFalse();
    assertThat(duties(ListReportingDutiesRequest.newBuilder().setBureauId("water")))
        .extracting(ReportingDuty::getDue, ReportingDuty::getCloses, ReportingDuty::getStanding)
        .containsExactly(tuple("2027-05-17", "2027-05-18", DutyStanding.DUTY_STANDING_DUE));
    var rules =
        office
            .listReportingRules(
                ListReportingRulesRequest.newBuilder().setPlanId("wuhan-15").build())
            .getRulesList();
    assertThat(rules).hasSize(4);
    assertThat(rules.getFirst().getEffective()).isEmpty();
    assertThat(rules.getLast().getActor().getBureauId()).isEqualTo("plan-office");
  }

  @Test
  void aRuleIsCheckedAndSetByThePlanOfficeOnly() {
    ReportingRule wrong =
        ReportingRule.newBuilder().setFrequency("weekly").setDay(32).setGraceDays(-1).build();
    assertThat(statusOf(() -> set(wrong)).violations())
        .containsExactly(
            "rule.frequency: weekly (expected: monthly, quarterly or yearly)",
            "rule.months_after: 0 (expected: 1..12)",
            "rule.day: 32 (expected: 1..31)",
            "rule.grace_days: -1 (expected: 0..90)",
            "rule.effective:  (expected: an ISO date from 2000-01-01 to 2099-12-31)");
    assertThat(
            statusOf(() ->
                    registry
                        .reportingAs(caller("water", "reporter"))
                        .setReportingRule(SetReportingRuleRequest.getDefaultInstance()))
                .reason())
        .isEqualTo("ROLE_MISSING");
  }

  @Test
  void aReportWorthASecondLookIsListedWithItsReasonAndIsAcceptedAllTheSame() {
    on("2027-05-04");
    progress("pump-a", "2027-04-30", 42.5);
    on("2027-06-03");
    progress("pump-a", "2027-05-31", 38);
    List<Finding> findings =
        office
            .listFindings(ListFindingsRequest.newBuilder().setPlanId("wuhan-15").build())
            .getFindingsList();
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.getKind()).isEqualTo(FindingKind.FINDING_KIND_PERCENT_FALLS);
    assertThat(finding.getProjectId()).isEqualTo("pump-a");
    assertThat(finding.getBureauId()).isEqualTo("water");
    assertThat(finding.getReportId()).isEqualTo("wuhan-15.pump-a.3");
    assertThat(finding.getReason().getZh())
        .isEqualTo("形象进度由 42.5%（2027-04-30）降到 38%（2027-05-31），减少 4.5 个百分点");
    assertThat(
            office
                .listFindings(
                    ListFindingsRequest.newBuilder()
                        .setPlanId("wuhan-15")
                        .setKind(FindingKind.FINDING_KIND_MONEY_AHEAD)
                        .build())
                .getFindingsList())
        .isEmpty();
    assertThat(
            office
                .listFindings(
                    ListFindingsRequest.newBuilder()
                        .setPlanId("wuhan-15")
                        .setUntil("2027-05-30")
                        .build())
                .getFindingsList())
        .isEmpty();
  }

  @Test
  void reviewsCountReportsAndThoseWorthASecondLook() {
    on("2027-05-04");
    progress("pump-a", "2027-04-30", 42.5);
    progress("pump-b", "2027-04-30", 10);
    Instant early = registry.clock().instant();
    on("2027-06-03");
    progress("pump-a", "2027-05-31", 38);
    assertThat(reviews(ListReviewsRequest.newBuilder()))
        .containsExactly("pump-a water 2 1", "pump-b transport 1 0");
    assertThat(reviews(ListReviewsRequest.newBuilder().setUntil("2027-05-30")))
        .containsExactly("pump-a water 1 0", "pump-b transport 1 0");
    assertThat(reviews(ListReviewsRequest.newBuilder().setFrom("2027-05-31")))
        .containsExactly("pump-a water 1 1");
    assertThat(
            reviews(
                ListReviewsRequest.newBuilder()
                    .setBureauId("water")
                    .setKnownAt(Timestamps.fromMillis(early.toEpochMilli()))))
        .containsExactly("pump-a water 1 0");
  }

  private List<String> reviews(ListReviewsRequest.Builder request) {
    return office.listReviews(request.setPlanId("wuhan-15").build()).getReviewsList().stream()
        .map(one ->
            "%s %s %d %d"
                .formatted(
                    one.getProjectId(), one.getBureauId(), one.getReports(), one.getFindings()))
        .toList();
  }

  private void on(String day) {
    registry.clock().set(Instant.parse(day + "T02:00:00Z"));
  }

  private void progress(String project, String asOf, double percent) {
    String bureau = project.equals("pump-a") ? "water" : "transport";
    var _ =
        registry
            .as(caller(bureau, "reporter"))
            .reportProgress(
                report(project, project + asOf + percent, percent).setAsOf(asOf).build());
  }

  private boolean set(ReportingRule rule) {
    return office
        .setReportingRule(
            SetReportingRuleRequest.newBuilder().setPlanId("wuhan-15").setRule(rule).build())
        .getChanged();
  }

  private List<ReportingDuty> duties(ListReportingDutiesRequest.Builder request) {
    return office.listReportingDuties(request.setPlanId("wuhan-15").build()).getDutiesList();
  }

  private List<String> punctuality(ListPunctualityRequest.Builder request) {
    var reply = office.listPunctuality(request.setPlanId("wuhan-15").build());
    return Stream.concat(reply.getBureausList().stream(), Stream.of(reply.getTotal()))
        .map(one ->
            "%s: %d in time, %d late, %d missing, %d due, %d days"
                .formatted(
                    one.getBureauId(),
                    one.getInTime(),
                    one.getLate(),
                    one.getMissing(),
                    one.getDue(),
                    one.getDaysLate()))
        .toList();
  }
}
