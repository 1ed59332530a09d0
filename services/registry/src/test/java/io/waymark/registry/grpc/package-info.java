/** Tests of the gRPC service. */
@NullMarked
package io.waymark.registry.grpc;

import org.jspecify.annotations.NullMarked;
