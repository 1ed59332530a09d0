package io.waymark.gateway.grpc;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.waymark.refusals.Ailing;
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
  private final Map<String, Ailment> problems = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("upstream-watch").factory());

  public UpstreamWatch(Upstreams upstreams) {
    this.upstreams = upstreams;
    upstreams
        .all()
        .forEach(upstream ->
            problems.put(upstream.name(), ailment(Ailing.SERVICE_NOT_ASKED, upstream.name())));
  }

  /** Begins to ask. */
  public void start() {
    var _ = clock.scheduleWithFixedDelay(this::askAll, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * What ails a service.
   *
   * @param reason the stable name of it
   * @param particulars what belongs to the reason, by name
   */
  public record Ailment(String reason, Map<String, String> particulars) {
    /** Copies. */
    public Ailment {
      particulars = Map.copyOf(particulars);
    }
  }

  private static Ailment ailment(Ailing ailing, Object... particulars) {
    return new Ailment(ailing.name(), ailing.with(particulars));
  }

  /** Why a service cannot be used; empty if it can. */
  public Optional<Ailment> problem(Upstream upstream) {
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

  private static Optional<Ailment> ask(Upstream upstream, long patienceMillis) {
    String name = upstream.name();
    try {
      HealthCheckResponse answer =
          HealthGrpc.newBlockingStub(upstream.channel())
              .withDeadlineAfter(patienceMillis, TimeUnit.MILLISECONDS)
              .check(HealthCheckRequest.getDefaultInstance());
      return answer.getStatus() == ServingStatus.NOT_SERVING
          ? Optional.of(ailment(Ailing.SERVICE_NOT_READY, name))
          : Optional.empty();
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      return switch (code) {
        case UNAVAILABLE ->
            Optional.of(ailment(Ailing.SERVICE_UNREACHABLE, name, upstream.channel().authority()));
        case DEADLINE_EXCEEDED -> Optional.of(ailment(Ailing.SERVICE_SILENT, name, patienceMillis));
        default -> Optional.empty(); // Whatever it says, it is there.
      };
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
