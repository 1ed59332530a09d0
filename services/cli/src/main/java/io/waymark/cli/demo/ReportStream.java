package io.waymark.cli.demo;

import io.grpc.stub.StreamObserver;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.pack.Door;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Sends the reports of one bureau on one stream and gathers their acknowledgements. */
final class ReportStream implements StreamObserver<StreamProgressResponse> {
  private static final long DEADLINE_SECONDS = 60;

  private final Map<String, Report> open = new ConcurrentHashMap<>();
  private final Map<Report, ReportProgressResponse> accepted = new ConcurrentHashMap<>();
  private final CompletableFuture<Map<Report, ReportProgressResponse>> done =
      new CompletableFuture<>();

  private ReportStream() {}

  /** The replies, once all are acknowledged. */
  static CompletableFuture<Map<Report, ReportProgressResponse>> send(
      Door door, String bureau, List<Report> reports, EventMessages messages) {
    ReportStream stream = new ReportStream();
    reports.forEach(report -> stream.open.put(report.key(), report));
    StreamObserver<StreamProgressRequest> requests =
        door.registryStreams(bureau)
            .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
            .streamProgress(stream);
    for (Report report : reports) {
      requests.onNext(
          StreamProgressRequest.newBuilder().setReport(messages.report(report)).build());
    }
    requests.onCompleted();
    return stream.done;
  }

  @Override
  public void onNext(StreamProgressResponse response) {
    Report report = open.remove(response.getIdempotencyKey());
    if (report == null) {
      return;
    }
    if (response.hasRefused()) {
      done.completeExceptionally(new PlayRefusedException(report, response.getRefused()));
    } else {
      accepted.put(report, response.getAccepted());
    }
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    if (open.isEmpty()) {
      done.complete(Map.copyOf(accepted));
    } else {
      done.completeExceptionally(
          new IllegalStateException(
              "the stream ended with " + open.size() + " reports unacknowledged"));
    }
  }
}
