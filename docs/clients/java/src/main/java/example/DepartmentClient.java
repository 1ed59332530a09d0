package example;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reports the progress of a department's projects to Waymark, and reads it back. A sample to copy:
 * it shares no code with Waymark; its stubs are generated from the .proto files.
 *
 * <pre>
 * report PLAN PROJECT AS_OF PERCENT [KEY]
 * correct PLAN PROJECT REPORT_ID AS_OF PERCENT [KEY]
 * list   PLAN PROJECT
 * stream PLAN FILE.csv            columns: key,project_id,as_of,percent
 * </pre>
 *
 * WAYMARK_SERVER is host:port of the gateway (localhost:9090), WAYMARK_TOKEN the department's token.
 */
public final class DepartmentClient implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 15;
  private static final int MOST_ATTEMPTS = 8;

  private final ManagedChannel channel;
  private final CallCredentials token;

  private DepartmentClient(String server, String token) {
    // In production leave usePlaintext out: the token must not travel in the clear.
    this.channel = ManagedChannelBuilder.forTarget(server).usePlaintext().build();
    this.token = new BearerToken(token);
  }

  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments));
  }

  static int run(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println(
          "usage: report PLAN PROJECT AS_OF PERCENT [KEY]"
              + " | correct PLAN PROJECT REPORT_ID AS_OF PERCENT [KEY]"
              + " | list PLAN PROJECT | stream PLAN FILE");
      return 2;
    }
    String server = System.getenv().getOrDefault("WAYMARK_SERVER", "localhost:9090");
    String token = System.getenv().getOrDefault("WAYMARK_TOKEN", "");
    try (DepartmentClient client = new DepartmentClient(server, token)) {
      return switch (arguments[0]) {
        case "report" -> client.report(arguments);
        case "correct" -> client.correct(arguments);
        case "list" -> client.list(arguments[1], arguments[2]);
        case "stream" -> client.stream(arguments[1], Path.of(arguments[2]));
        default -> 2;
      };
    } catch (StatusRuntimeException e) {
      System.err.println(e.getStatus().getCode() + ": " + e.getStatus().getDescription());
      return 1;
    }
  }

  private int report(String[] arguments) {
    String key = arguments.length > 5 ? arguments[5] : UUID.randomUUID().toString();
    return send(request(arguments[1], key, arguments[2], arguments[3], arguments[4]));
  }

  /** A report that supersedes an earlier one; both stay on record. */
  private int correct(String[] arguments) {
    String key = arguments.length > 6 ? arguments[6] : UUID.randomUUID().toString();
    ReportProgressRequest report =
        request(arguments[1], key, arguments[2], arguments[4], arguments[5]);
    return send(report.toBuilder().setCorrectsReportId(arguments[3]).build());
  }

  private int send(ReportProgressRequest report) {
    String id = withPatience(() -> stub().reportProgress(report).getReportId());
    System.out.println("accepted " + report.getIdempotencyKey() + " " + id);
    return 0;
  }

  private int list(String planId, String projectId) {
    ListReportsRequest question =
        ListReportsRequest.newBuilder().setPlanId(planId).setProjectId(projectId).build();
    for (ProgressReport one : withPatience(() -> stub().listReports(question)).getReportsList()) {
      String percent =
          one.hasPercentComplete() ? String.format("%.6g", one.getPercentComplete()) : "";
      String corrects =
          one.getCorrectsReportId().isEmpty() ? "" : " corrects " + one.getCorrectsReportId();
      System.out.println(
          one.getAsOf() + " " + trimmed(percent) + " " + one.getReportId() + corrects);
    }
    return 0;
  }

  /**
   * Sends all; after a break it sends what was not answered again, with the same keys. Nothing is
   * recorded twice.
   */
  private int stream(String planId, Path file) throws IOException, InterruptedException {
    Map<String, ReportProgressRequest> open = Collections.synchronizedMap(read(planId, file));
    int[] refused = {0};
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      int before = open.size();
      try {
        sendOnce(List.copyOf(open.values()), answer -> refused[0] += note(answer, open));
      } catch (ExecutionException e) {
        Status status = Status.fromThrowable(e);
        if (!passes(status) && status.getCode() != Status.Code.CANCELLED) {
          throw status.asRuntimeException();
        }
        System.err.println("the stream broke (" + status + "); " + open.size() + " left");
      }
      attempt = open.size() < before ? 0 : attempt;
      if (attempt == MOST_ATTEMPTS) {
        System.err.println(open.size() + " reports could not be sent");
        return 1;
      }
      if (!open.isEmpty()) {
        pause(attempt);
      }
    }
    return refused[0] > 0 ? 1 : 0;
  }

  private static int note(StreamProgressResponse answer, Map<String, ReportProgressRequest> open) {
    String key = answer.getIdempotencyKey();
    if (answer.hasAccepted()) {
      open.remove(key);
      System.out.println("accepted " + key + " " + answer.getAccepted().getReportId());
    } else if (!answer.getRefused().getStatus().equals("UNAVAILABLE")) {
      open.remove(key);
      System.out.println("refused " + key + " " + answer.getRefused().getMessage());
      return 1;
    }
    return 0;
  }

  private void sendOnce(
      List<ReportProgressRequest> reports, Consumer<StreamProgressResponse> answered)
      throws ExecutionException, InterruptedException {
    Sending sending = new Sending(reports.iterator(), answered);
    RegistryServiceGrpc.newStub(channel).withCallCredentials(token).streamProgress(sending);
    sending.ended.get();
  }

  private RegistryServiceGrpc.RegistryServiceBlockingStub stub() {
    return RegistryServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(token)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private static Map<String, ReportProgressRequest> read(String planId, Path file)
      throws IOException {
    Map<String, ReportProgressRequest> reports = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      reports.put(cells[0], request(planId, cells[0], cells[1], cells[2], cells[3]));
    }
    return reports;
  }

  private static ReportProgressRequest request(
      String planId, String key, String projectId, String asOf, String percent) {
    return ReportProgressRequest.newBuilder()
        .setPlanId(planId)
        .setProjectId(projectId)
        .setIdempotencyKey(key)
        .setAsOf(asOf)
        .setPercentComplete(Double.parseDouble(percent))
        .build();
  }

  private static <T> T withPatience(Supplier<T> send) {
    for (int attempt = 1; ; attempt++) {
      try {
        return send.get();
      } catch (StatusRuntimeException e) {
        if (!passes(e.getStatus()) || attempt == MOST_ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /** These pass; the same key makes it safe to send again. */
  private static boolean passes(Status status) {
    return status.getCode() == Status.Code.UNAVAILABLE
        || status.getCode() == Status.Code.DEADLINE_EXCEEDED;
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(Math.min(10_000, 100L << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String trimmed(String number) {
    return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  /** Writes no faster than the other side takes. */
  private static final class Sending
      implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Iterator<ReportProgressRequest> reports;
    private final Consumer<StreamProgressResponse> answered;
    private boolean complete;

    Sending(Iterator<ReportProgressRequest> reports, Consumer<StreamProgressResponse> answered) {
      this.reports = reports;
      this.answered = answered;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> out) {
      out.setOnReadyHandler(() -> {
        while (out.isReady() && reports.hasNext()) {
          out.onNext(StreamProgressRequest.newBuilder().setReport(reports.next()).build());
        }
        if (!reports.hasNext() && !complete) {
          complete = true;
          out.onCompleted();
        }
      });
    }

    @Override
    public void onNext(StreamProgressResponse answer) {
      answered.accept(answer);
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

  private static final class BearerToken extends CallCredentials {
    private static final Metadata.Key<String> AUTHORIZATION =
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private final String token;

    BearerToken(String token) {
      this.token = token;
    }

    @Override
    public void applyRequestMetadata(
        RequestInfo info, Executor executor, MetadataApplier applier) {
      Metadata headers = new Metadata();
      headers.put(AUTHORIZATION, "Bearer " + token);
      applier.apply(headers);
    }
  }
}
