package io.waymark.cli.demo;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.waymark.cli.demo.DemoEvent.Figure;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.demo.DemoEvent.Resume;
import io.waymark.cli.demo.DemoEvent.Suspend;
import io.waymark.cli.demo.Scenario.Month;
import io.waymark.cli.pack.Door;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Sends one month: stops first, then a stream of reports for each bureau and all figures at once.
 * Returns when all of it is acknowledged.
 */
final class MonthSender {
  private static final long DEADLINE_SECONDS = 60;

  private final Door door;
  private final EventMessages messages;
  private final Acknowledged acknowledged;
  private final Map<String, List<Report>> reports = new TreeMap<>();
  private final List<ListenableFuture<RecordObservationResponse>> figures = new ArrayList<>();

  MonthSender(Door door, EventMessages messages, Acknowledged acknowledged) {
    this.door = door;
    this.messages = messages;
    this.acknowledged = acknowledged;
  }

  void send(Month month) {
    for (DemoEvent event : month.events()) {
      switch (event) {
        case Suspend stop -> suspend(stop);
        case Resume go -> resume(go);
        case Report report ->
            reports.computeIfAbsent(report.bureau(), id -> new ArrayList<>()).add(report);
        case Figure figure -> figures.add(record(figure));
      }
    }
    sendReports();
    for (ListenableFuture<RecordObservationResponse> figure : figures) {
      acknowledged.figure(reply(figure).getRecordedAt());
    }
  }

  /** The last report of each bureau: report ids by project id. */
  Map<String, String> lastOfEachBureau() {
    Map<String, String> last = new TreeMap<>();
    reports.values().stream()
        .map(List::getLast)
        .forEach(report -> last.put(report.project(), acknowledged.reportId(report.key())));
    return last;
  }

  private void sendReports() {
    List<CompletableFuture<Map<Report, ReportProgressResponse>>> streams = new ArrayList<>();
    reports.forEach(
        (bureau, ofBureau) -> streams.add(ReportStream.send(door, bureau, ofBureau, messages)));
    streams.forEach(stream -> replies(stream).forEach(acknowledged::report));
  }

  private void suspend(Suspend stop) {
    office().suspendProject(messages.suspend(stop));
    acknowledged.stop();
  }

  private void resume(Resume go) {
    office().resumeProject(messages.resume(go));
    acknowledged.stop();
  }

  private RegistryServiceBlockingStub office() {
    return door.registry(Door.PLAN_OFFICE).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private ListenableFuture<RecordObservationResponse> record(Figure figure) {
    return door.indicatorFutures(figure.bureau())
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .recordObservation(messages.figure(figure));
  }

  private static RecordObservationResponse reply(
      ListenableFuture<RecordObservationResponse> figure) {
    try {
      return Objects.requireNonNull(Futures.getUnchecked(figure));
    } catch (RuntimeException e) {
      throw unwrapped(e);
    }
  }

  private static Map<Report, ReportProgressResponse> replies(
      CompletableFuture<Map<Report, ReportProgressResponse>> stream) {
    try {
      return stream.join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(RuntimeException wrapper) {
    return wrapper.getCause() instanceof RuntimeException cause ? cause : wrapper;
  }
}
