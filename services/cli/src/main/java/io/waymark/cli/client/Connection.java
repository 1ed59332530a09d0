package io.waymark.cli.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc.AlertingServiceBlockingStub;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc.NotificationServiceBlockingStub;
import io.waymark.proto.indicator.v1.EvaluationServiceGrpc;
import io.waymark.proto.indicator.v1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceBlockingStub;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.proto.registry.v1.ReportingServiceGrpc;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceBlockingStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One channel to the gateway with the caller's token; no call goes out without a deadline. */
public final class Connection implements AutoCloseable {
  private static final int LARGEST_REPLY = 64 * 1024 * 1024;

  /**
   * UNAVAILABLE passes, and every command that writes carries an idempotency key: about a second of
   * trying again.
   */
  private static final Map<String, ?> TRYING_AGAIN =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      4.0,
                      "initialBackoff",
                      "0.1s",
                      "maxBackoff",
                      "2s",
                      "backoffMultiplier",
                      3.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE")))));

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> CHANNEL =
      Metadata.Key.of("x-waymark-channel", Metadata.ASCII_STRING_MARSHALLER);

  static {
    // A command that lives for a second gains nothing from the native transport, which has to be
    // unpacked, and whose
    // loading the JVM warns about.
    System.setProperty("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
  }

  private final ManagedChannel transport;
  private final ServerAddress server;
  private final Duration deadline;

  private Connection(ManagedChannel transport, ServerAddress server, Duration deadline) {
    this.transport = transport;
    this.server = server;
    this.deadline = deadline;
  }

  /** Opens lazily: the first call connects. */
  public static Connection open(ServerAddress server, Duration deadline) {
    ManagedChannel transport =
        NettyChannelBuilder.forAddress(server.host(), server.port())
            .usePlaintext()
            .directExecutor()
            .maxInboundMessageSize(LARGEST_REPLY)
            .defaultServiceConfig(TRYING_AGAIN)
            .build();
    return new Connection(transport, server, deadline);
  }

  /** Where it leads. */
  public ServerAddress server() {
    return server;
  }

  /** The transport itself, for whoever brings tokens and deadlines along. */
  public Channel transport() {
    return transport;
  }

  /** The same transport as seen by the bearer of a token. */
  public Services as(String token, String channelName) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    headers.put(CHANNEL, channelName);
    Deadline everyCall = new Deadline(deadline);
    return new Services(
        ClientInterceptors.intercept(
            transport, everyCall, MetadataUtils.newAttachHeadersInterceptor(headers)));
  }

  @Override
  public void close() {
    transport.shutdownNow();
  }

  /** The three services on one channel. */
  public record Services(Channel channel) {
    /** The registry. */
    public RegistryServiceBlockingStub registry() {
      return RegistryServiceGrpc.newBlockingStub(channel);
    }

    /** The registry's reporting calendar and findings. */
    public ReportingServiceBlockingStub reporting() {
      return ReportingServiceGrpc.newBlockingStub(channel);
    }

    /** The indicator service's reporting calendar. */
    public FigureReportingServiceBlockingStub figureReporting() {
      return FigureReportingServiceGrpc.newBlockingStub(channel);
    }

    /** The registry for streams; set a deadline on the stub. */
    public RegistryServiceStub registryStreams() {
      return RegistryServiceGrpc.newStub(channel);
    }

    /** The indicator service. */
    public IndicatorServiceBlockingStub indicator() {
      return IndicatorServiceGrpc.newBlockingStub(channel);
    }

    /** The indicator service for streams; set a deadline on the stub. */
    public IndicatorServiceStub indicatorStreams() {
      return IndicatorServiceGrpc.newStub(channel);
    }

    /** The indicator service's evaluations. */
    public EvaluationServiceBlockingStub evaluation() {
      return EvaluationServiceGrpc.newBlockingStub(channel);
    }

    /** The alerting service's log, what came back, and mails to look at. */
    public NotificationServiceBlockingStub notifications() {
      return NotificationServiceGrpc.newBlockingStub(channel);
    }

    /** The alerting service. */
    public AlertingServiceBlockingStub alerting() {
      return AlertingServiceGrpc.newBlockingStub(channel);
    }
  }

  /** Gives a deadline to each call that has none. */
  private record Deadline(Duration each) implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      CallOptions limited =
          options.getDeadline() == null
              ? options.withDeadlineAfter(each.toMillis(), TimeUnit.MILLISECONDS)
              : options;
      return next.newCall(method, limited);
    }
  }
}
