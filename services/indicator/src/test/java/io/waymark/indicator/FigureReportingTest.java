package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.util.Timestamps;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.grpc.FigureReportingGrpcService;
import io.waymark.proto.indicator.v1.ListFigureDutiesRequest;
import io.waymark.proto.indicator.v1.ListFigureDutiesResponse;
import io.waymark.proto.indicator.v1.ListFigurePunctualityRequest;
import io.waymark.proto.indicator.v1.ListFigurePunctualityResponse;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesRequest;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesResponse;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleRequest;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleResponse;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.Punctuality;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which figures are owed; the rail's is quarterly, and registered on 10 January 2026. */
class FigureReportingTest {
  private static final ZoneId ZONE = RailOnPostgres.ZONE;

  private final MemoryStores stores = new MemoryStores();
  private final FigureReportingGrpcService service =
      new FigureReportingGrpcService(stores.duties(), stores.clock());

  @BeforeEach
  void load() {
    on("2026-01-10");
    stores.load(Rail.plan("645"));
  }

  @Test
  void everyPeriodIsOwedAndAnsweredByAFigureOfThatPeriodOnly() {
    on("2026-04-20");
    figure("2026-03-31", "580");
    on("2026-08-10");
    figure("2026-06-30", "583");
    on("2026-12-31");
    figure("2026-12-31", "590");
    assertThat(duties(ListFigureDutiesRequest.newBuilder()))
        .extracting(
            ReportingDuty::getPeriodEnd,
            ReportingDuty::getDue,
            ReportingDuty::getStanding,
            ReportingDuty::getFiledOn,
            ReportingDuty::getDaysLate)
        .containsExactly(
            tuple("2026-03-31", "2026-04-27", DutyStanding.DUTY_STANDING_IN_TIME, "2026-04-20", 0),
            tuple("2026-06-30", "2026-07-27", DutyStanding.DUTY_STANDING_LATE, "2026-08-10", 14),
            tuple("2026-09-30", "2026-10-26", DutyStanding.DUTY_STANDING_MISSING, "", 66),
            tuple("2026-12-31", "2027-01-25", DutyStanding.DUTY_STANDING_IN_TIME, "2026-12-31", 0));
    assertThat(duties(ListFigureDutiesRequest.newBuilder().setBureauId("water"))).isEmpty();
  }

  @Test
  void punctualityIsToldByBureauAndAsItStoodEarlier() {
    on("2026-04-20");
    figure("2026-03-31", "580");
    on("2026-11-10");
    Instant earlier = stores.clock().instant();
    on("2026-12-20");
    figure("2026-06-30", "583");
    assertThat(punctuality(ListFigurePunctualityRequest.newBuilder()))
        .containsExactly(
            Punctuality.newBuilder()
                .setBureauId("transport")
                .setInTime(1)
                .setLate(1)
                .setMissing(1)
                .setDaysLate(146 + 55)
                .build());
    assertThat(
            punctuality(
                ListFigurePunctualityRequest.newBuilder()
                    .setUntil("2026-08-31")
                    .setKnownAt(Timestamps.fromMillis(earlier.toEpochMilli()))))
        .extracting(Punctuality::getInTime, Punctuality::getLate, Punctuality::getMissing)
        .containsExactly(tuple(1, 0, 1));
  }

  @Test
  void aRuleHoldsFromItsFirstDayOnAndIsSetOnce() {
    on("2026-05-04");
    ReportingRule rule =
        ReportingRule.newBuilder()
            .setSubjectId(Rail.INDICATOR)
            .setFrequency("quarterly")
            .setMonthsAfter(2)
            .setDay(8)
            .setGraceDays(0)
            .setEffective("2026-03-31")
            .build();
    assertThat(set(rule, Rail.PLAN_OFFICE)).isTrue();
    assertThat(set(rule, Rail.PLAN_OFFICE)).isFalse();
    assertThat(duties(ListFigureDutiesRequest.newBuilder()))
        .extracting(ReportingDuty::getDue, ReportingDuty::getStanding)
        .containsExactly(tuple("2026-05-08", DutyStanding.DUTY_STANDING_DUE));
    assertThat(
            FigureReportingTest.<ListFigureReportingRulesResponse>answer(observer ->
                    service.listFigureReportingRules(
                        ListFigureReportingRulesRequest.newBuilder().setPlanId(Rail.PLAN).build(),
                        observer))
                .getRulesList())
        .hasSize(4);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> set(rule, Rail.TRANSPORT))
        .matches(refused -> refused.reason().equals("ROLE_MISSING"));
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> set(ReportingRule.getDefaultInstance(), Rail.PLAN_OFFICE))
        .matches(refused -> refused.violations().size() == 4);
  }

  private void on(String day) {
    stores.clock().set(LocalDate.parse(day).atTime(10, 0).atZone(ZONE).toInstant());
  }

  private void figure(String periodEnd, String value) {
    stores
        .figures()
        .append(
            Rail.PLAN,
            Observation.newBuilder()
                .setObservationId(UUID.randomUUID().toString())
                .setIndicatorId(Rail.INDICATOR)
                .setPeriodEnd(periodEnd)
                .setValue(value)
                .setRecordedAt(Timestamps.fromMillis(stores.clock().millis()))
                .build());
  }

  private List<ReportingDuty> duties(ListFigureDutiesRequest.Builder request) {
    return FigureReportingTest.<ListFigureDutiesResponse>answer(
            observer -> service.listFigureDuties(request.setPlanId(Rail.PLAN).build(), observer))
        .getDutiesList();
  }

  private List<Punctuality> punctuality(ListFigurePunctualityRequest.Builder request) {
    return FigureReportingTest.<ListFigurePunctualityResponse>answer(observer ->
            service.listFigurePunctuality(request.setPlanId(Rail.PLAN).build(), observer))
        .getBureausList();
  }

  private boolean set(ReportingRule rule, Caller caller) {
    Context call = caller.in(Context.current());
    Context before = call.attach();
    try {
      return FigureReportingTest.<SetFigureReportingRuleResponse>answer(observer ->
              service.setFigureReportingRule(
                  SetFigureReportingRuleRequest.newBuilder()
                      .setPlanId(Rail.PLAN)
                      .setRule(rule)
                      .build(),
                  observer))
          .getChanged();
    } finally {
      call.detach(before);
    }
  }

  private static <T> T answer(Consumer<StreamObserver<T>> call) {
    List<T> answers = new ArrayList<>();
    call.accept(
        new StreamObserver<>() {
          @Override
          public void onNext(T value) {
            answers.add(value);
          }

          @Override
          public void onError(Throwable failure) {
            throw new AssertionError(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answers.getFirst();
  }
}
