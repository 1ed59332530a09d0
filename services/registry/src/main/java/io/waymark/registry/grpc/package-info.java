/** The registry's gRPC service: translates, and nothing else. */
@NullMarked
package io.waymark.registry.grpc;

import org.jspecify.annotations.NullMarked;
