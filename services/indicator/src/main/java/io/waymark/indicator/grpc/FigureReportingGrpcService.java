package io.waymark.indicator.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.domain.FigureDutyStore;
import io.waymark.indicator.domain.OwedFigures;
import io.waymark.indicator.domain.OwedFigures.Owed;
import io.waymark.indicator.domain.ReportingRuleCheck;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceImplBase;
import io.waymark.proto.indicator.v1.ListFigureDutiesRequest;
import io.waymark.proto.indicator.v1.ListFigureDutiesResponse;
import io.waymark.proto.indicator.v1.ListFigurePunctualityRequest;
import io.waymark.proto.indicator.v1.ListFigurePunctualityResponse;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesRequest;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesResponse;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleRequest;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleResponse;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ActorKind;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.Punctuality;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.proto.type.v1.ReportingRule;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The contract waymark.indicator.v1.FigureReportingService. */
public final class FigureReportingGrpcService extends FigureReportingServiceImplBase {
  private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");
  private static final int USUAL = 1000;
  private static final int LARGEST = 5000;

  private final FigureDutyStore store;
  private final OwedFigures reporting;
  private final Clock clock;

  /** Creates the service; the clock's zone tells which day it is. */
  public FigureReportingGrpcService(FigureDutyStore store, Clock clock) {
    this.store = store;
    this.reporting = new OwedFigures(store);
    this.clock = clock;
  }

  @Override
  public void listFigureDuties(
      ListFigureDutiesRequest request, StreamObserver<ListFigureDutiesResponse> observer) {
    Instant knownAt = request.hasKnownAt() ? TwoClocks.instant(request.getKnownAt()) : EVER;
    LocalDate today = today(knownAt);
    Set<DutyStanding> wanted = wanted(request.getStandingsList());
    List<Owed> owed =
        reporting
            .owed(
                request.getPlanId(),
                request.getBureauId(),
                request.getIndicatorId(),
                knownAt,
                today,
                span(request.getFrom(), request.getUntil()))
            .stream()
            .filter(one -> wanted.contains(standing(one.duty())))
            .toList();
    int from = offset(request.getPageToken(), owed.size());
    int to = Math.min(owed.size(), from + size(request.getPageSize()));
    reply(
        observer,
        ListFigureDutiesResponse.newBuilder()
            .addAllDuties(
                owed.subList(from, to).stream()
                    .map(one -> duty(request.getPlanId(), one, today))
                    .toList())
            .setNextPageToken(to < owed.size() ? Integer.toString(to) : "")
            .setToday(today.toString())
            .build());
  }

  @Override
  public void listFigurePunctuality(
      ListFigurePunctualityRequest request,
      StreamObserver<ListFigurePunctualityResponse> observer) {
    Instant knownAt = request.hasKnownAt() ? TwoClocks.instant(request.getKnownAt()) : EVER;
    LocalDate today = today(knownAt);
    Map<String, List<Duty>> byBureau = new TreeMap<>();
    List<Duty> all = new ArrayList<>();
    for (Owed owed :
        reporting.owed(
            request.getPlanId(),
            request.getBureauId(),
            "",
            knownAt,
            today,
            span(request.getFrom(), request.getUntil()))) {
      if (owed.duty().standing() != Duty.Standing.UPCOMING) {
        String bureau = owed.indicator().getLeadBureauId();
        byBureau.computeIfAbsent(bureau, id -> new ArrayList<>()).add(owed.duty());
        all.add(owed.duty());
      }
    }
    ListFigurePunctualityResponse.Builder answer =
        ListFigurePunctualityResponse.newBuilder()
            .setTotal(punctuality("", all, today))
            .setToday(today.toString());
    byBureau.forEach((bureau, duties) -> answer.addBureaus(punctuality(bureau, duties, today)));
    reply(observer, answer.build());
  }

  @Override
  public void listFigureReportingRules(
      ListFigureReportingRulesRequest request,
      StreamObserver<ListFigureReportingRulesResponse> observer) {
    ListFigureReportingRulesResponse.Builder answer = ListFigureReportingRulesResponse.newBuilder();
    for (Frequency frequency : Frequency.values()) {
      DueRule rule = Objects.requireNonNull(DueRules.OF_INDICATORS.get(frequency));
      answer.addRules(
          ReportingRule.newBuilder()
              .setFrequency(frequency.word())
              .setMonthsAfter(rule.monthsAfter())
              .setDay(rule.day())
              .setGraceDays(rule.graceDays()));
    }
    reply(observer, answer.addAllRules(store.rules(request.getPlanId(), EVER)).build());
  }

  @Override
  public void setFigureReportingRule(
      SetFigureReportingRuleRequest request,
      StreamObserver<SetFigureReportingRuleResponse> observer) {
    Caller caller = Caller.current();
    if (!caller.has(Caller.PLAN_OFFICE)) {
      throw Failure.notYours(Refused.ROLE_MISSING.with(caller.name(), Caller.PLAN_OFFICE));
    }
    DueRules.Entry entry = ReportingRuleCheck.entry(request.getPlanId(), request.getRule());
    boolean known =
        store.rules(request.getPlanId(), EVER).stream()
            .map(rule -> ReportingRuleCheck.entry(rule, LocalDate.parse(rule.getEffective())))
            .filter(earlier -> earlier.subjectId().equals(entry.subjectId()))
            .filter(earlier -> earlier.rule().frequency() == entry.rule().frequency())
            .reduce((first, second) -> second)
            .filter(entry::equals)
            .isPresent();
    if (!known) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      store.append(
          request.getPlanId(),
          request.getRule().toBuilder()
              .setActor(actor(caller))
              .setRecordedAt(
                  Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
              .build());
    }
    reply(observer, SetFigureReportingRuleResponse.newBuilder().setChanged(!known).build());
  }

  private static Actor actor(Caller caller) {
    return Actor.newBuilder()
        .setName(caller.name())
        .setKind(caller.person() ? ActorKind.ACTOR_KIND_PERSON : ActorKind.ACTOR_KIND_SYSTEM)
        .setBureauId(caller.bureauId())
        .setChannel(caller.channel())
        .build();
  }

  private LocalDate today(Instant knownAt) {
    Instant now = clock.instant();
    return LocalDate.ofInstant(knownAt.isBefore(now) ? knownAt : now, clock.getZone());
  }

  private static Set<DutyStanding> wanted(List<DutyStanding> asked) {
    EnumSet<DutyStanding> wanted = EnumSet.noneOf(DutyStanding.class);
    wanted.addAll(asked);
    wanted.remove(DutyStanding.DUTY_STANDING_UNSPECIFIED);
    return wanted.isEmpty()
        ? EnumSet.range(DutyStanding.DUTY_STANDING_DUE, DutyStanding.DUTY_STANDING_MISSING)
        : wanted;
  }

  private static DutyStanding standing(Duty duty) {
    return DutyStanding.valueOf("DUTY_STANDING_" + duty.standing().name());
  }

  private static ReportingDuty duty(String planId, Owed owed, LocalDate today) {
    Duty duty = owed.duty();
    return ReportingDuty.newBuilder()
        .setPlanId(planId)
        .setSubjectId(duty.subjectId())
        .setName(owed.indicator().getName())
        .setBureauId(owed.indicator().getLeadBureauId())
        .setFrequency(duty.period().frequency().word())
        .setPeriodStart(duty.period().first().toString())
        .setPeriodEnd(duty.period().last().toString())
        .setDue(duty.due().toString())
        .setCloses(duty.closes().toString())
        .setStanding(standing(duty))
        .setFiledOn(duty.filedOn().map(LocalDate::toString).orElse(""))
        .setDaysLate(duty.daysLate(today))
        .build();
  }

  private static Punctuality punctuality(String bureauId, List<Duty> duties, LocalDate today) {
    var sum = io.waymark.calendar.reporting.Punctuality.of(duties, today);
    return Punctuality.newBuilder()
        .setBureauId(bureauId)
        .setInTime(sum.inTime())
        .setLate(sum.late())
        .setMissing(sum.missing())
        .setDue(sum.due())
        .setDaysLate(sum.daysLate())
        .build();
  }

  private static Span span(String from, String until) {
    return new Span(day("from", from, Span.EVER.from()), day("until", until, Span.EVER.until()));
  }

  private static LocalDate day(String field, String value, LocalDate absent) {
    if (value.isEmpty()) {
      return absent;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Failure.invalid(field, value, Expected.DATE_OR_NOTHING.with());
    }
  }

  private static int size(int asked) {
    if (asked < 0 || asked > LARGEST) {
      throw Failure.invalid(
          "page_size", Integer.toString(asked), Expected.BETWEEN.with(0, LARGEST));
    }
    return asked == 0 ? USUAL : asked;
  }

  private static int offset(String token, int size) {
    if (!token.matches("[0-9]{0,9}")) {
      throw Failure.invalid("page_token", token, Expected.PAGE_TOKEN.with());
    }
    return token.isEmpty() ? 0 : Math.min(size, Integer.parseInt(token));
  }

  private static <T> void reply(StreamObserver<T> observer, T reply) {
    observer.onNext(reply);
    observer.onCompleted();
  }
}
