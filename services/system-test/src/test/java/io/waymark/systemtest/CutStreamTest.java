package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.testkit.RealPartsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Streams that are cut at a random item on their way to the registry: nothing is lost, nothing
 * recorded twice, and nothing out of order.
 */
@RealPartsTest
@ExtendWith({SharedCity.class, RegistryHeap.class})
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutStreamTest {
  private static final long SEED = 20271122;
  private static final int CUTS = 100;
  private static final int PIPES = 8;
  private static final int REPORTS = 1200;
  private static final int CUT_WITHIN = 24;

  private final City city;

  CutStreamTest(City city) {
    this.city = city;
  }

  @Test
  void aStreamCutAtARandomItemAHundredTimesLosesNothingAndRecordsNothingTwice() throws Exception {
    importPipes();
    List<ReportProgressRequest> reports =
        IntStream.range(0, REPORTS)
            .mapToObj(i ->
                SmallPlan.report(pipe(i % PIPES), "cut-" + i)
                    .setPercentComplete(percent(i))
                    .build())
            .toList();

    try (Courier courier = new Courier(city, reports, SEED)) {
      for (int i = 0; i < CUTS; i++) {
        courier.sendUntilCut(CUT_WITHIN);
      }
      assertThat(courier.open()).as("what is left when the cutting ends").isPositive();
      courier.sendTheRest();

      assertThat(courier.open()).isZero();
      assertThat(courier.acknowledged().values()).doesNotHaveDuplicates().hasSize(REPORTS);
      for (int pipe = 0; pipe < PIPES; pipe++) {
        recordedOnceAndInOrder(courier, pipe);
      }
    }
  }

  private void importPipes() {
    ImportProjectsRequest.Builder pipes = ImportProjectsRequest.newBuilder();
    for (int i = 0; i < PIPES; i++) {
      pipes.addProjects(SmallPlan.project(pipe(i), "water", "第" + (i + 1) + "号管道", "Pipe " + i));
    }
    assertThat(
            city.registryAs("plan-office", "plan_office")
                .importProjects(pipes.build())
                .getCounts()
                .getCreated())
        .isEqualTo(PIPES);
  }

  private void recordedOnceAndInOrder(Courier courier, int pipe) {
    List<ProgressReport> recorded =
        city.registryAs("water", "reporter")
            .listReports(
                ListReportsRequest.newBuilder()
                    .setPlanId(SmallPlan.PLAN)
                    .setProjectId(pipe(pipe))
                    .build())
            .getReportsList()
            .reversed();
    List<String> ids = new ArrayList<>();
    List<Double> percents = new ArrayList<>();
    for (int i = pipe; i < REPORTS; i += PIPES) {
      ids.add(courier.acknowledged().get("cut-" + i));
      percents.add(percent(i));
    }
    assertThat(recorded).extracting(ProgressReport::getReportId).containsExactlyElementsOf(ids);
    assertThat(recorded)
        .extracting(ProgressReport::getPercentComplete)
        .containsExactlyElementsOf(percents);
  }

  private static String pipe(int number) {
    return "pipe-" + number;
  }

  private static double percent(int report) {
    return report / 100.0;
  }
}
