package io.waymark.gateway.grpc;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks each service now and then how it is. A service that came back is found at once: a channel's
 * own pause before the next try grows to minutes, so the watch cuts it short.
 */
public final class UpstreamWatch implements AutoCloseable {
  private static final long PERIOD_MILLIS = 2_000;
  private static final long PATIENCE_MILLIS = 1_500;

  private final Upstreams upstreams;
  private final HealthStatusManager health = new HealthStatusManager();
  private final Map<String, String> problems = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("upstream-watch").factory());

  public UpstreamWatch(Upstreams upstreams) {
    this.upstreams = upstreams;
    upstreams.all().forEach(upstream -> problems.put(upstream.name(), "not asked yet"));
  }

  /** Begins to ask. */
  public void start() {
    var _ = clock.scheduleWithFixedDelay(this::askAll, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Why a service cannot be used; empty if it can. */
  public Optional<String> problem(Upstream upstream) {
    return Optional.ofNullable(problems.get(upstream.name()));
  }

  /** The gRPC health service that tells whether the whole is there. */
  public HealthStatusManager health() {
    return health;
  }

  void askAll() {
    upstreams.all().forEach(this::ask);
    health.setStatus(
        HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
        problems.isEmpty() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
  }

  private void ask(Upstream upstream) {
    ask(upstream, PATIENCE_MILLIS)
        .ifPresentOrElse(
            problem -> {
              problems.put(upstream.name(), problem);
              upstream.channel().resetConnectBackoff();
            },
            () -> problems.remove(upstream.name()));
  }

  private static Optional<String> ask(Upstream upstream, long patienceMillis) {
    try {
      HealthCheckResponse answer =
          HealthGrpc.newBlockingStub(upstream.channel())
              .withDeadlineAfter(patienceMillis, TimeUnit.MILLISECONDS)
              .check(HealthCheckRequest.getDefaultInstance());
      return answer.getStatus() == ServingStatus.NOT_SERVING
          ? Optional.of("the service says that it is not ready")
          : Optional.empty();
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      return switch (code) {
        case UNAVAILABLE -> Optional.of("cannot be reached at " + upstream.channel().authority());
        case DEADLINE_EXCEEDED -> Optional.of("no answer within " + patienceMillis + " ms");
        default -> Optional.empty(); // Whatever it says, it is there.
      };
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
