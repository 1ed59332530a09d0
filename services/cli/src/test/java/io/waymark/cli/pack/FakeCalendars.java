package io.waymark.cli.pack;

import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceImplBase;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesRequest;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesResponse;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleRequest;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleResponse;
import io.waymark.proto.registry.v1.ListReportingRulesRequest;
import io.waymark.proto.registry.v1.ListReportingRulesResponse;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceImplBase;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.registry.v1.SetReportingRuleResponse;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Both reporting calendars in memory: the usual rule first, then those that were set. */
final class FakeCalendars {
  private static final ReportingRule USUAL =
      ReportingRule.newBuilder()
          .setFrequency("monthly")
          .setMonthsAfter(1)
          .setDay(5)
          .setGraceDays(3)
          .build();

  private final Map<String, List<ReportingRule>> ofReports = new HashMap<>();
  private final Map<String, List<ReportingRule>> ofFigures = new HashMap<>();

  private static List<ReportingRule> told(Map<String, List<ReportingRule>> rules, String plan) {
    List<ReportingRule> all = new ArrayList<>(List.of(USUAL));
    all.addAll(rules.getOrDefault(plan, List.of()));
    return all;
  }

  private static void set(Map<String, List<ReportingRule>> rules, String plan, ReportingRule rule) {
    rules
        .computeIfAbsent(plan, id -> new ArrayList<>())
        .add(rule.toBuilder().setActor(Actor.newBuilder().setName("office")).build());
  }

  /** The registry's. */
  final class OfReports extends ReportingServiceImplBase {
    @Override
    public void listReportingRules(
        ListReportingRulesRequest request, StreamObserver<ListReportingRulesResponse> reply) {
      reply.onNext(
          ListReportingRulesResponse.newBuilder()
              .addAllRules(told(ofReports, request.getPlanId()))
              .build());
      reply.onCompleted();
    }

    @Override
    public void setReportingRule(
        SetReportingRuleRequest request, StreamObserver<SetReportingRuleResponse> reply) {
      set(ofReports, request.getPlanId(), request.getRule());
      reply.onNext(SetReportingRuleResponse.newBuilder().setChanged(true).build());
      reply.onCompleted();
    }
  }

  /** The indicator service's. */
  final class OfFigures extends FigureReportingServiceImplBase {
    @Override
    public void listFigureReportingRules(
        ListFigureReportingRulesRequest request,
        StreamObserver<ListFigureReportingRulesResponse> reply) {
      reply.onNext(
          ListFigureReportingRulesResponse.newBuilder()
              .addAllRules(told(ofFigures, request.getPlanId()))
              .build());
      reply.onCompleted();
    }

    @Override
    public void setFigureReportingRule(
        SetFigureReportingRuleRequest request,
        StreamObserver<SetFigureReportingRuleResponse> reply) {
      set(ofFigures, request.getPlanId(), request.getRule());
      reply.onNext(SetFigureReportingRuleResponse.newBuilder().setChanged(true).build());
      reply.onCompleted();
    }
  }
}
