package io.waymark.gateway.ops;

import io.grpc.Status;

/**
 * What passes through the door. Every REST request and every proxied call is counted exactly once,
 * when it ends; alert when the share of 5xx or of UNAVAILABLE grows.
 */
public interface DoorMetrics {
  /**
   * A REST request ended.
   *
   * @param route the path template, or "unknown"
   */
  void restEnded(String verb, String route, int status, long nanos);

  /** A proxied gRPC call ended. */
  void callEnded(String service, String method, Status.Code code, long nanos);
}
