package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static io.waymark.registry.grpc.Calls.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller's deadline reaches into the queue of commands. */
class DeadlineTest {
  private final InProcessRegistry registry = new InProcessRegistry();
  private final RegistryServiceBlockingStub water = registry.as(caller("water", "reporter"));
  private final CountDownLatch database = new CountDownLatch(1);

  @BeforeEach
  void importProject() {
    registry
        .as(caller("plan-office", "plan_office"))
        .importProjects(
            ImportProjectsRequest.newBuilder()
                .addProjects(Calls.project("pump-yangsigang", "water"))
                .build());
    registry.store().holdUntil(database);
  }

  @AfterEach
  void close() {
    database.countDown();
    registry.close();
  }

  @Test
  void aReportWhoseDeadlinePassesWhileItWaitsIsNeverRecorded() {
    CompletableFuture<?> running =
        CompletableFuture.runAsync(() -> water.reportProgress(report(PUMP, "running", 30).build()));
    await().until(() -> registry.waiting() == 0);
    Calls.Refused late =
        statusOf(() ->
            water
                .withDeadlineAfter(100, TimeUnit.MILLISECONDS)
                .reportProgress(report(PUMP, "late", 40).build()));
    assertThat(late.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    database.countDown();
    running.join();
    water.reportProgress(report(PUMP, "next", 50).build());
    assertThat(percents()).containsExactly(50.0, 30.0);
  }

  @Test
  void itemsOfAStreamWhoseDeadlinePassesWhileTheyWaitAreNeverRecorded() {
    CompletableFuture<?> running =
        CompletableFuture.runAsync(() -> water.reportProgress(report(PUMP, "running", 30).build()));
    await().until(() -> registry.waiting() == 0);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    StreamObserver<StreamProgressRequest> stream =
        registry
            .streamingAs(caller("water", "reporter"))
            .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
            .streamProgress(new End(ended));
    for (int i = 0; i < 50; i++) {
      stream.onNext(
          StreamProgressRequest.newBuilder().setReport(report(PUMP, "late" + i, 40)).build());
    }
    assertThat(ended.join()).hasMessageContaining("DEADLINE_EXCEEDED");
    await()
        .until(() ->
            registry.waiting() == 0); // the queue is empty again, though the database still sleeps
    database.countDown();
    running.join();
    assertThat(percents()).containsExactly(30.0);
  }

  private static final String PUMP = "pump-yangsigang";

  private Iterable<Double> percents() {
    return water
        .listReports(
            ListReportsRequest.newBuilder().setPlanId("wuhan-15").setProjectId(PUMP).build())
        .getReportsList()
        .stream()
        .map(ProgressReport::getPercentComplete)
        .toList();
  }

  private record End(CompletableFuture<Throwable> ended)
      implements StreamObserver<StreamProgressResponse> {
    @Override
    public void onNext(StreamProgressResponse response) {}

    @Override
    public void onError(Throwable failure) {
      ended.complete(failure);
    }

    @Override
    public void onCompleted() {
      ended.complete(new AssertionError("the stream ended in peace (expected: its deadline)"));
    }
  }
}
