package io.waymark.cli.bulk;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends many reports over one stream, no faster than the other side takes them. */
public final class ProgressUpload {
  private ProgressUpload() {}

  /**
   * Sends the reports in order; acknowledgements come in the same order.
   *
   * @return what ended the stream early; empty if every item was answered
   */
  public static Optional<StatusRuntimeException> send(
      RegistryServiceStub registry,
      List<ReportProgressRequest> reports,
      long deadlineSeconds,
      Consumer<StreamProgressResponse> acknowledged) {
    Stream stream = new Stream(reports.iterator(), acknowledged);
    registry.withDeadlineAfter(deadlineSeconds, TimeUnit.SECONDS).streamProgress(stream);
    try {
      stream.ended.join();
      return Optional.empty();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StatusRuntimeException status) {
        return Optional.of(status);
      }
      throw e;
    }
  }

  private static final class Stream
      implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Iterator<ReportProgressRequest> reports;
    private final Consumer<StreamProgressResponse> acknowledged;
    private boolean finished;

    Stream(Iterator<ReportProgressRequest> reports, Consumer<StreamProgressResponse> acknowledged) {
      this.reports = reports;
      this.acknowledged = acknowledged;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> out) {
      out.setOnReadyHandler(() -> sendWhileReady(out));
    }

    private synchronized void sendWhileReady(ClientCallStreamObserver<StreamProgressRequest> out) {
      while (out.isReady() && reports.hasNext()) {
        out.onNext(StreamProgressRequest.newBuilder().setReport(reports.next()).build());
      }
      if (!reports.hasNext() && !finished) {
        finished = true;
        out.onCompleted();
      }
    }

    @Override
    public void onNext(StreamProgressResponse response) {
      acknowledged.accept(response);
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
