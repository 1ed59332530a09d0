/** Where the services are, and gRPC passing through. */
@NullMarked
package io.waymark.gateway.grpc;

import org.jspecify.annotations.NullMarked;
