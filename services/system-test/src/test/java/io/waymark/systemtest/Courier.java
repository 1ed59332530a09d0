package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.testkit.Gate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A client as a department would write it: sends what has not been acknowledged, in order, and when
 * the stream breaks sends the rest again with the same keys. Its line is cut wherever chance wants.
 */
final class Courier implements AutoCloseable {
  private final City city;
  private final Gate gate;
  private final Random random;
  private final Map<String, ReportProgressRequest> open = new LinkedHashMap<>();
  private final Map<String, String> acknowledged = new HashMap<>();

  Courier(City city, List<ReportProgressRequest> reports, long seed) throws IOException {
    this.city = city;
    this.gate = new Gate(city.gateway.grpcPort);
    this.random = new Random(seed);
    reports.forEach(report -> open.put(report.getIdempotencyKey(), report));
  }

  /** Key of every report and the id that it was acknowledged with. */
  Map<String, String> acknowledged() {
    return acknowledged;
  }

  int open() {
    return open.size();
  }

  /**
   * One stream, cut at a random one of its first items: by the client, or by the line going dead.
   *
   * @param within how many items the cut may come after
   */
  void sendUntilCut(int within) throws InterruptedException {
    int sendAtMost = random.nextInt(within);
    int readAtMost = random.nextInt(sendAtMost + 1);
    boolean byLine = random.nextBoolean();
    ManagedChannel channel = channel();
    Stream stream = new Stream(readAtMost);
    start(channel, stream);
    for (ReportProgressRequest report : List.copyOf(open.values()).subList(0, sendAtMost)) {
      stream.send(report);
    }
    stream.awaitCut();
    if (byLine) {
      gate.shut();
      gate.open();
    } else {
      stream.cancel();
    }
    end(channel);
    stream.acknowledgements().forEach(this::note);
  }

  /** One stream that nobody cuts. */
  void sendTheRest() throws InterruptedException {
    ManagedChannel channel = channel();
    Stream stream = new Stream(Integer.MAX_VALUE);
    start(channel, stream);
    List.copyOf(open.values()).forEach(stream::send);
    stream.complete();
    stream.awaitCut();
    stream.acknowledgements().forEach(this::note);
    end(channel);
  }

  private void start(ManagedChannel channel, Stream stream) {
    city.allMustRun();
    city.streamingRegistryAs("water", "reporter", channel).streamProgress(stream);
  }

  private ManagedChannel channel() {
    return NettyChannelBuilder.forAddress("localhost", gate.port()).usePlaintext().build();
  }

  private static void end(ManagedChannel channel) throws InterruptedException {
    channel.shutdownNow();
    assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private void note(StreamProgressResponse response) {
    assertThat(response.hasAccepted()).as("%s", response).isTrue();
    String id = response.getAccepted().getReportId();
    assertThat(acknowledged.put(response.getIdempotencyKey(), id)).isNull();
    assertThat(open.remove(response.getIdempotencyKey())).isNotNull();
  }

  @Override
  public void close() throws IOException {
    gate.close();
  }

  /** Takes a number of acknowledgements, then calls for the cut. */
  private static final class Stream
      implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
    private final List<StreamProgressResponse> acknowledgements = new ArrayList<>();
    private final CountDownLatch cut = new CountDownLatch(1);
    private final int readAtMost;
    private final CompletableFuture<ClientCallStreamObserver<StreamProgressRequest>> call =
        new CompletableFuture<>();

    Stream(int readAtMost) {
      this.readAtMost = readAtMost;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> outward) {
      call.complete(outward);
      if (readAtMost == 0) {
        cut.countDown();
      }
    }

    void send(ReportProgressRequest report) {
      call.join().onNext(StreamProgressRequest.newBuilder().setReport(report).build());
    }

    void complete() {
      call.join().onCompleted();
    }

    void cancel() {
      call.join().cancel("cut", null);
    }

    void awaitCut() throws InterruptedException {
      assertThat(cut.await(30, TimeUnit.SECONDS)).isTrue();
    }

    synchronized List<StreamProgressResponse> acknowledgements() {
      return List.copyOf(acknowledgements);
    }

    @Override
    public synchronized void onNext(StreamProgressResponse response) {
      acknowledgements.add(response);
      if (acknowledgements.size() == readAtMost) {
        cut.countDown();
      }
    }

    @Override
    public void onError(Throwable failure) {
      cut.countDown();
    }

    @Override
    public void onCompleted() {
      cut.countDown();
    }
  }
}
