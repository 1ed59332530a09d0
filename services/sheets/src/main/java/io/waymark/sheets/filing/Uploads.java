package io.waymark.sheets.filing;

import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceStub;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.StreamObservationsRequest;
import io.waymark.proto.indicator.v1.StreamObservationsResponse;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.refusals.wire.Told;
import io.waymark.sheets.filing.StreamUpload.Answer;
import io.waymark.sheets.form.Batch.Item;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends what a file says to the services. */
public final class Uploads {
  private Uploads() {}

  /** Sends progress reports. */
  public static Landing reports(
      RegistryServiceStub registry,
      List<Item<ReportProgressRequest>> items,
      Landing.Listener listener) {
    RegistryServiceStub timed =
        registry.withDeadlineAfter(StreamUpload.seconds(items.size()), TimeUnit.SECONDS);
    return new StreamUpload<ReportProgressRequest, StreamProgressRequest, StreamProgressResponse>(
            items,
            report -> StreamProgressRequest.newBuilder().setReport(report).build(),
            Uploads::answer,
            listener)
        .send(timed::streamProgress);
  }

  /** Sends figures. */
  public static Landing figures(
      IndicatorServiceStub indicator,
      List<Item<RecordObservationRequest>> items,
      Landing.Listener listener) {
    IndicatorServiceStub timed =
        indicator.withDeadlineAfter(StreamUpload.seconds(items.size()), TimeUnit.SECONDS);
    return new StreamUpload<
            RecordObservationRequest, StreamObservationsRequest, StreamObservationsResponse>(
            items,
            figure -> StreamObservationsRequest.newBuilder().setObservation(figure).build(),
            Uploads::answer,
            listener)
        .send(timed::streamObservations);
  }

  private static Answer answer(StreamProgressResponse response) {
    return response.hasAccepted()
        ? Answer.recorded(response.getAccepted().getReportId())
        : Answer.refused(Told.of(response.getRefused()));
  }

  private static Answer answer(StreamObservationsResponse response) {
    return response.hasAccepted()
        ? Answer.recorded(response.getAccepted().getObservationId())
        : Answer.refused(Told.of(response.getRefused()));
  }
}
