package io.waymark.cli.demo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.pack.Door;
import io.waymark.cli.pack.Retrying;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Sends the reports of one bureau on one stream and gathers their acknowledgements. */
final class ReportStream implements StreamObserver<StreamProgressResponse> {
  private static final long DEADLINE_SECONDS = 60;

  private final Map<String, Report> open = new ConcurrentHashMap<>();
  private final Map<Report, ReportProgressResponse> accepted;
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

  private ReportStream(Map<Report, ReportProgressResponse> accepted) {
    this.accepted = accepted;
  }

  /** The replies, once all are acknowledged; what was met by UNAVAILABLE is sent again. */
  static Map<Report, ReportProgressResponse> send(
      Door door, String bureau, List<Report> reports, EventMessages messages) {
    Map<Report, ReportProgressResponse> accepted = new ConcurrentHashMap<>();
    return Retrying.call(() -> {
      List<Report> left = reports.stream().filter(r -> !accepted.containsKey(r)).toList();
      new ReportStream(accepted).send(door, bureau, messages, left);
      return new LinkedHashMap<>(accepted);
    });
  }

  private void send(Door door, String bureau, EventMessages messages, List<Report> reports) {
    reports.forEach(report -> open.put(report.key(), report));
    StreamObserver<StreamProgressRequest> requests =
        door.registryStreams(bureau)
            .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
            .streamProgress(this);
    for (Report report : reports) {
      requests.onNext(
          StreamProgressRequest.newBuilder().setReport(messages.report(report)).build());
    }
    requests.onCompleted();
    try {
      ended.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void onNext(StreamProgressResponse response) {
    Report report = open.get(response.getIdempotencyKey());
    if (report == null) {
      return;
    }
    if (response.hasAccepted()) {
      open.remove(report.key());
      accepted.put(report, response.getAccepted());
    } else if (!response.getRefused().getStatus().equals(Status.Code.UNAVAILABLE.name())) {
      ended.completeExceptionally(new PlayRefusedException(report, response.getRefused()));
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    if (open.isEmpty()) {
      ended.complete(true);
    } else {
      String left = open.size() + " reports unacknowledged";
      Status unavailable = Status.UNAVAILABLE.withDescription(left);
      ended.completeExceptionally(new StatusRuntimeException(unavailable));
    }
  }
}
