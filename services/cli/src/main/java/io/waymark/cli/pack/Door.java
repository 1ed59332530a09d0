package io.waymark.cli.pack;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc;
import io.waymark.proto.indicator.v1.FigureReportingServiceGrpc.FigureReportingServiceBlockingStub;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.proto.registry.v1.ReportingServiceGrpc;
import io.waymark.proto.registry.v1.ReportingServiceGrpc.ReportingServiceBlockingStub;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gRPC door, entered in the name of a bureau: one transport, and for each bureau a token that
 * is minted once. The plan office imports and suspends; every other bureau only reports what is its
 * own.
 */
public final class Door {
  /** Id of the bureau that holds the plan office role. */
  public static final String PLAN_OFFICE = "plan-office";

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> CHANNEL =
      Metadata.Key.of("x-waymark-channel", Metadata.ASCII_STRING_MARSHALLER);

  private final Channel transport;
  private final TokenMinter tokens;
  private final String channelName;
  private final Map<String, Channel> entered = new ConcurrentHashMap<>();

  /**
   * A door.
   *
   * @param transport leads to the gateway, or to a service itself
   * @param tokens gives the token of a bureau
   * @param channelName how commands arrive, for example "cli" or "demo"
   */
  public Door(Channel transport, TokenMinter tokens, String channelName) {
    this.transport = transport;
    this.tokens = tokens;
    this.channelName = channelName;
  }

  /** The registry, as this bureau. */
  public RegistryServiceBlockingStub registry(String bureauId) {
    return RegistryServiceGrpc.newBlockingStub(as(bureauId));
  }

  /** The registry for streams, as this bureau. */
  public RegistryServiceStub registryStreams(String bureauId) {
    return RegistryServiceGrpc.newStub(as(bureauId));
  }

  /** The indicator service, as this bureau. */
  public IndicatorServiceBlockingStub indicator(String bureauId) {
    return IndicatorServiceGrpc.newBlockingStub(as(bureauId));
  }

  /** The registry's reporting calendar, as this bureau. */
  public ReportingServiceBlockingStub reporting(String bureauId) {
    return ReportingServiceGrpc.newBlockingStub(as(bureauId));
  }

  /** The indicator service's reporting calendar, as this bureau. */
  public FigureReportingServiceBlockingStub figureReporting(String bureauId) {
    return FigureReportingServiceGrpc.newBlockingStub(as(bureauId));
  }

  private Channel as(String bureauId) {
    return entered.computeIfAbsent(bureauId, this::enter);
  }

  private Channel enter(String bureauId) {
    Set<String> roles =
        bureauId.equals(PLAN_OFFICE) ? Set.of("plan_office", "reporter") : Set.of("reporter");
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + tokens.mint(bureauId, roles));
    headers.put(CHANNEL, channelName);
    return ClientInterceptors.intercept(
        transport, MetadataUtils.newAttachHeadersInterceptor(headers));
  }
}
