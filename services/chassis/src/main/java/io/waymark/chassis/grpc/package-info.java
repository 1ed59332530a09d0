/** The gRPC server's interceptors: identity, failures to status, metrics, tracing. */
@NullMarked
package io.waymark.chassis.grpc;

import org.jspecify.annotations.NullMarked;
