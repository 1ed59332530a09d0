package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ListJudgementHistoryRequest;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.testkit.RealPartsTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every acknowledged report is judged, and none twice, whichever service is killed meanwhile. */
@RealPartsTest
@ExtendWith(SharedCity.class)
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {
  private static final int REPORTS = 2000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final City city;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final List<String> refused = java.util.Collections.synchronizedList(new ArrayList<>());

  KillTest(City city) {
    this.city = city;
  }

  @Test
  void everyAcknowledgedReportIsJudgedOnceThoughEachServiceIsKilledDuringTheStream() {
    List<ReportProgressRequest> reports = reports();
    Thread killer = Thread.ofPlatform().start(this::killOneAfterTheOther);

    while (acknowledged.size() < REPORTS) {
      city.allMustRun();
      send(
          reports.stream()
              .filter(report -> !acknowledged.containsKey(report.getIdempotencyKey()))
              .toList());
    }
    join(killer);

    assertThat(refused).isEmpty();
    Map<String, Set<String>> reported = new HashMap<>();
    for (int i = 0; i < SmallPlan.WORKS; i++) {
      reported.put(SmallPlan.work(i), reportedOf(SmallPlan.work(i)));
    }
    assertThat(reported.values().stream().mapToInt(Set::size).sum()).isEqualTo(REPORTS);
    assertThat(reported.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .isEqualTo(new HashSet<>(acknowledged.values()));
    reported.forEach((project, ids) ->
        await(project + " is judged by its last report")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(300))
            .until(() -> judgement(project).getPins().getInputIdsList().containsAll(ids)));
    reported.keySet().forEach(this::noEventWasJudgedTwice);
  }

  private void noEventWasJudgedTwice(String project) {
    List<String> causes =
        city
            .indicatorAs("parks", "reporter")
            .listJudgementHistory(
                ListJudgementHistoryRequest.newBuilder()
                    .setPlanId(SmallPlan.PLAN)
                    .setSubjectId(project)
                    .build())
            .getJudgementsList()
            .stream()
            .map(Judgement::getCauseEventId)
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(causes).isNotEmpty().doesNotHaveDuplicates();
  }

  private void killOneAfterTheOther() {
    List<ServiceProcess> victims =
        List.of(city.registry, city.indicator, city.gateway, city.alerting);
    for (int i = 0; i < victims.size(); i++) {
      int after = (i + 1) * REPORTS / 5;
      await().atMost(PATIENCE).until(() -> acknowledged.size() >= after);
      victims.get(i).kill();
      victims.get(i).start();
    }
    victims.forEach(ServiceProcess::awaitReady);
  }

  /** Sends what is not acknowledged yet over one stream, until all is or the stream breaks. */
  private void send(List<ReportProgressRequest> reports) {
    CountDownLatch over = new CountDownLatch(1);
    StreamObserver<StreamProgressRequest> requests =
        city.streamingRegistryAs("parks", "reporter")
            .withWaitForReady()
            .streamProgress(
                new StreamObserver<>() {
                  @Override
                  public void onNext(StreamProgressResponse response) {
                    if (response.hasAccepted()) {
                      acknowledged.put(
                          response.getIdempotencyKey(), response.getAccepted().getReportId());
                    } else if (!response.getRefused().getStatus().equals("UNAVAILABLE")) {
                      refused.add(response.getRefused().getMessage());
                    }
                  }

                  @Override
                  public void onError(Throwable failure) {
                    over.countDown();
                  }

                  @Override
                  public void onCompleted() {
                    over.countDown();
                  }
                });
    try {
      for (ReportProgressRequest report : reports) {
        requests.onNext(StreamProgressRequest.newBuilder().setReport(report).build());
      }
      requests.onCompleted();
      assertThat(over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (IllegalStateException broken) {
      // The stream was closed under us: the next one sends what this one did not.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<ReportProgressRequest> reports() {
    return IntStream.range(0, REPORTS)
        .mapToObj(i ->
            SmallPlan.report(SmallPlan.work(i % SmallPlan.WORKS), "report-" + i)
                .setAsOf(LocalDate.parse("2026-01-01").plusDays(i / SmallPlan.WORKS).toString())
                .setPercentComplete(10 + i / SmallPlan.WORKS)
                .build())
        .toList();
  }

  private Set<String> reportedOf(String project) {
    return city
        .registryAs("parks", "reporter")
        .listReports(
            ListReportsRequest.newBuilder().setPlanId(SmallPlan.PLAN).setProjectId(project).build())
        .getReportsList()
        .stream()
        .map(ProgressReport::getReportId)
        .collect(Collectors.toSet());
  }

  private Judgement judgement(String project) {
    return city.indicatorAs("parks", "reporter")
        .getJudgement(
            GetJudgementRequest.newBuilder()
                .setPlanId(SmallPlan.PLAN)
                .setSubjectId(project)
                .build())
        .getJudgement();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
