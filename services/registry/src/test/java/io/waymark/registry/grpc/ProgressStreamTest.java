package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressStreamTest {
  private final InProcessRegistry registry = new InProcessRegistry();
  private final RegistryServiceStub water = registry.streamingAs(caller("water", "reporter"));

  @BeforeEach
  void importProject() {
    registry
        .as(caller("plan-office", "plan_office"))
        .importProjects(
            ImportProjectsRequest.newBuilder()
                .addProjects(Calls.project("pump-yangsigang", "water"))
                .build());
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void everyItemIsAcknowledgedInOrderAndABadOneSinksNoOther() throws Exception {
    Reader reader = new Reader(Integer.MAX_VALUE);
    StreamObserver<StreamProgressRequest> stream = water.streamProgress(reader);
    for (int i = 0; i < 1000; i++) {
      stream.onNext(item("k" + i, i % 100 == 7 ? 130 : 30));
    }
    stream.onCompleted();
    reader.awaitEnd();
    assertThat(reader.replies())
        .extracting(StreamProgressResponse::getIdempotencyKey)
        .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(i -> "k" + i).toList());
    assertThat(reader.replies()).filteredOn(StreamProgressResponse::hasAccepted).hasSize(990);
    var refused = reader.replies().get(7).getRefused();
    assertThat(refused.getStatus()).isEqualTo("INVALID_ARGUMENT");
    assertThat(refused.getReason()).isEqualTo("INVALID");
    assertThat(refused.getMessage()).isEqualTo("percent_complete: 130 (expected: 0..100)");
    assertThat(refused.getViolations(0).getField()).isEqualTo("percent_complete");
    assertThat(registry.store().counts().reports()).isEqualTo(990);
  }

  @Test
  void aStreamWithoutItemsEndsInPeace() throws Exception {
    Reader reader = new Reader(Integer.MAX_VALUE);
    water.streamProgress(reader).onCompleted();
    reader.awaitEnd();
    assertThat(reader.replies()).isEmpty();
    assertThat(reader.failure).isNull();
  }

  @Test
  void anItemThatCannotBeHandledNowSaysSoAndTheStreamGoesOn() throws Exception {
    Reader reader = new Reader(Integer.MAX_VALUE);
    StreamObserver<StreamProgressRequest> stream = water.streamProgress(reader);
    registry
        .store()
        .failWith(new IllegalStateException(new SQLTransientConnectionException("refused")));
    stream.onNext(item("k1", 30));
    await().until(() -> reader.replies().size() == 1);
    assertThat(reader.replies().getFirst().getRefused().getStatus()).isEqualTo("UNAVAILABLE");
    registry.store().failWith(null);
    stream.onNext(item("k1", 30));
    stream.onCompleted();
    reader.awaitEnd();
    assertThat(reader.replies().getLast().hasAccepted()).isTrue();
  }

  @Test
  void aCallerThatDoesNotReadIsNotReadFromEither() throws Exception {
    Reader reader = new Reader(0);
    ClientCallStreamObserver<StreamProgressRequest> stream =
        (ClientCallStreamObserver<StreamProgressRequest>) water.streamProgress(reader);
    int sent = 0;
    while (sent < 5000) {
      stream.onNext(item("k" + sent, 30));
      sent++;
    }
    stream.onCompleted();
    // in flight: a window of items, and the acknowledgements that fit into the transport's buffers
    await()
        .during(300, TimeUnit.MILLISECONDS)
        .atMost(10, TimeUnit.SECONDS)
        .until(() -> registry.store().counts().reports() < 5000);
    stream.request(Integer.MAX_VALUE);
    reader.awaitEnd();
    assertThat(reader.replies()).hasSize(5000);
    assertThat(registry.store().counts().reports()).isEqualTo(5000);
  }

  @Test
  void aStreamThatIsCutLosesNothingAcknowledgedAndItsRepeatRecordsNothingTwice() throws Exception {
    Reader first = new Reader(Integer.MAX_VALUE);
    ClientCallStreamObserver<StreamProgressRequest> cut =
        (ClientCallStreamObserver<StreamProgressRequest>) water.streamProgress(first);
    for (int i = 0; i < 300; i++) {
      cut.onNext(item("k" + i, 30));
    }
    await().until(() -> first.replies().size() >= 50);
    cut.cancel("cut", null);

    Reader second = new Reader(Integer.MAX_VALUE);
    StreamObserver<StreamProgressRequest> again = water.streamProgress(second);
    for (int i = 0; i < 300; i++) {
      again.onNext(item("k" + i, 30));
    }
    again.onCompleted();
    second.awaitEnd();
    List<StreamProgressResponse> acknowledged = first.replies();
    assertThat(second.replies().subList(0, acknowledged.size())).isEqualTo(acknowledged);
    assertThat(registry.store().counts().reports()).isEqualTo(300);
  }

  private static StreamProgressRequest item(String key, double percent) {
    return StreamProgressRequest.newBuilder()
        .setReport(report("pump-yangsigang", key, percent))
        .build();
  }

  /** Reads as many acknowledgements as it asked for at the start, until it asks for more. */
  private static final class Reader
      implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
    private final List<StreamProgressResponse> replies = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final int window;
    private volatile @Nullable Throwable failure;

    Reader(int window) {
      this.window = window;
    }

    synchronized List<StreamProgressResponse> replies() {
      return List.copyOf(replies);
    }

    void awaitEnd() throws InterruptedException {
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> call) {
      call.disableAutoRequestWithInitial(window);
    }

    @Override
    public synchronized void onNext(StreamProgressResponse reply) {
      replies.add(reply);
    }

    @Override
    public void onError(Throwable thrown) {
      failure = thrown;
      ended.countDown();
    }

    @Override
    public void onCompleted() {
      ended.countDown();
    }
  }
}
