package io.waymark.gateway;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway's settings; application.yaml binds each to its WAYMARK_* variable.
 *
 * @param gatewayToken what the board reads with; empty if readers must bring a token themselves
 * @param grpcPort where gRPC passes through; 0 takes any free port
 * @param restDeadline how long a REST call may take
 * @param grafanaUrl where Grafana is; empty if there is none
 */
@ConfigurationProperties("waymark")
public record Settings(
    @DefaultValue("") String gatewayToken,
    @DefaultValue("9090") int grpcPort,
    @DefaultValue("15s") Duration restDeadline,
    @Nullable URI grafanaUrl,
    Service registry,
    Service indicator,
    Service alerting) {

  /**
   * Where one service is.
   *
   * @param address host:port of its gRPC server
   * @param management base address of its /metrics
   */
  public record Service(String address, URI management) {}
}
