package io.waymark.gateway.grpc;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * The gRPC port: our services pass through; health and reflection are answered here for all of
 * them.
 */
public final class GrpcDoor implements AutoCloseable {
  /** The largest message that is taken in. */
  public static final int MOST_BYTES = 4 << 20;

  private final Server server;

  public GrpcDoor(int port, PassThrough passThrough, HealthStatusManager health) {
    // Nothing here blocks, so the calls need no threads of their own.
    this.server =
        NettyServerBuilder.forPort(port)
            .directExecutor()
            .maxInboundMessageSize(MOST_BYTES)
            .permitKeepAliveTime(30, TimeUnit.SECONDS)
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance())
            .fallbackHandlerRegistry(passThrough)
            .build();
  }

  /** Opens the port. */
  public GrpcDoor start() {
    try {
      server.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(3, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException _) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
