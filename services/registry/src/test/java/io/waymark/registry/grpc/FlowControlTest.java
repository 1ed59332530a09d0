package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams over a real connection whose ends are not equally fast. */
class FlowControlTest {
  /** Of two kilobytes each, so that a connection's buffers of a megabyte hold some 500. */
  private static final int ITEMS = 6000;

  private static final int HELD_BY_BUFFERS = 2000;

  private final InProcessRegistry registry = new InProcessRegistry(memory -> memory);

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
  void aFastWriterIsHeldBackWhileTheDatabaseIsSlow() {
    CountDownLatch database = new CountDownLatch(1);
    registry.store().holdUntil(database);
    Writer writer = new Writer(Integer.MAX_VALUE, 130); // refused: nothing is kept of them
    registry.streamingAs(caller("water", "reporter")).streamProgress(writer);
    await()
        .during(300, TimeUnit.MILLISECONDS)
        .atMost(20, TimeUnit.SECONDS)
        .until(
            () -> writer.sent.get() > ProgressStream.WINDOW && writer.sent.get() < HELD_BY_BUFFERS);
    assertThat(registry.waiting()).isLessThan(ProgressStream.WINDOW);
    database.countDown();
    writer.ended.orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(writer.read.get()).isEqualTo(ITEMS);
  }

  @Test
  void acknowledgementsForACallerThatDoesNotReadStopItsItems() {
    Writer writer = new Writer(0, 130);
    registry.streamingAs(caller("water", "reporter")).streamProgress(writer);
    await()
        .during(300, TimeUnit.MILLISECONDS)
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> writer.sent.get() > ProgressStream.WINDOW && writer.sent.get() < ITEMS / 2);
    await().until(() -> registry.waiting() == 0);
    assertThat(writer.read.get()).isZero();
    writer.readOn();
    writer.ended.orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(writer.read.get()).isEqualTo(ITEMS);
  }

  /** Sends whenever the connection takes something, and reads as much as it was told to. */
  private static final class Writer
      implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<ClientCallStreamObserver<StreamProgressRequest>> call =
        new CompletableFuture<>();
    private final int reads;
    private final double percent;

    Writer(int reads, double percent) {
      this.reads = reads;
      this.percent = percent;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> out) {
      out.disableAutoRequestWithInitial(reads);
      out.setOnReadyHandler(() -> {
        while (out.isReady() && sent.get() < ITEMS) {
          out.onNext(item("k" + sent.get()));
          if (sent.incrementAndGet() == ITEMS) {
            out.onCompleted();
          }
        }
      });
      call.complete(out);
    }

    private StreamProgressRequest item(String key) {
      return StreamProgressRequest.newBuilder()
          .setReport(report("pump-yangsigang", key, percent).setObstacle("水".repeat(680)))
          .build();
    }

    void readOn() {
      call.join().request(Integer.MAX_VALUE);
    }

    @Override
    public void onNext(StreamProgressResponse response) {
      read.incrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
      ended.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      ended.complete(null);
    }
  }
}
