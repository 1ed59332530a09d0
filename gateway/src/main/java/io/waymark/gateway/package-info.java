/** The one door of Waymark: REST and JSON, gRPC passing through, the web board. No domain logic. */
@NullMarked
package io.waymark.gateway;

import org.jspecify.annotations.NullMarked;
