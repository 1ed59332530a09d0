package io.waymark.gateway.grpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The services behind the gateway. {@code waymark.registry.v1.RegistryService} is kept by {@code
 * registry}.
 */
public final class Upstreams implements AutoCloseable {
  private static final String ROOT = "waymark.";
  private final Map<String, Upstream> byName = new LinkedHashMap<>();

  public Upstreams(List<Upstream> upstreams) {
    upstreams.forEach(upstream -> byName.put(upstream.name(), upstream));
  }

  /** The service that keeps a gRPC service of ours; empty if there is none. */
  public Optional<Upstream> of(String grpcService) {
    if (!grpcService.startsWith(ROOT)) {
      return Optional.empty();
    }
    String rest = grpcService.substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(byName.get(rest.substring(0, dot)));
  }

  /** Every service, in a fixed order. */
  public List<Upstream> all() {
    return List.copyOf(byName.values());
  }

  @Override
  public void close() {
    all().forEach(upstream -> upstream.channel().shutdownNow());
  }
}
