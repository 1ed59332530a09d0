package io.waymark.cli.demo;

import com.google.protobuf.Timestamp;
import io.waymark.cli.demo.DemoEvent.Figure;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.demo.DemoEvent.Resume;
import io.waymark.cli.demo.DemoEvent.Suspend;
import io.waymark.cli.demo.Scenario.Month;
import io.waymark.cli.pack.Door;
import io.waymark.cli.pack.Retrying;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sends one month: stops first, then a stream of reports for each bureau and the figures, a few at
 * a time. Returns when all of it is acknowledged.
 */
final class MonthSender {
  private static final long DEADLINE_SECONDS = 60;

  private final Door door;
  private final EventMessages messages;
  private final Acknowledged acknowledged;
  private final Executor few;
  private final Map<String, List<Report>> reports = new TreeMap<>();
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A sender.
   *
   * @param few runs as many calls at once as the services may be asked to bear
   */
  MonthSender(Door door, EventMessages messages, Acknowledged acknowledged, Executor few) {
    this.door = door;
    this.messages = messages;
    this.acknowledged = acknowledged;
    this.few = few;
  }

  void send(Month month) {
    for (DemoEvent event : month.events()) {
      switch (event) {
        case Suspend stop -> suspend(stop);
        case Resume go -> resume(go);
        case Report report ->
            reports.computeIfAbsent(report.bureau(), id -> new ArrayList<>()).add(report);
        case Figure figure -> figures.add(figure);
      }
    }
    List<CompletableFuture<Map<Report, ReportProgressResponse>>> streams = new ArrayList<>();
    reports.forEach((bureau, ofBureau) -> streams.add(stream(bureau, ofBureau)));
    List<CompletableFuture<Timestamp>> recorded = figures.stream().map(this::record).toList();
    streams.forEach(stream -> joined(stream).forEach(acknowledged::report));
    recorded.forEach(figure -> acknowledged.figure(joined(figure)));
  }

  /** The last report of each bureau: report ids by project id. */
  Map<String, String> lastOfEachBureau() {
    Map<String, String> last = new TreeMap<>();
    reports.values().stream()
        .map(List::getLast)
        .forEach(report -> last.put(report.project(), acknowledged.reportId(report.key())));
    return last;
  }

  private CompletableFuture<Map<Report, ReportProgressResponse>> stream(
      String bureau, List<Report> ofBureau) {
    return CompletableFuture.supplyAsync(
        () -> ReportStream.send(door, bureau, ofBureau, messages), few);
  }

  private void suspend(Suspend stop) {
    Retrying.call(() -> office().suspendProject(messages.suspend(stop)));
    acknowledged.stop();
  }

  private void resume(Resume go) {
    Retrying.call(() -> office().resumeProject(messages.resume(go)));
    acknowledged.stop();
  }

  private RegistryServiceBlockingStub office() {
    return door.registry(Door.PLAN_OFFICE).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private CompletableFuture<Timestamp> record(Figure figure) {
    return CompletableFuture.supplyAsync(
        () ->
            Retrying.call(() ->
                door.indicator(figure.bureau())
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .recordObservation(messages.figure(figure))
                    .getRecordedAt()),
        few);
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
