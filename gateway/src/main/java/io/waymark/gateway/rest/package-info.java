/** REST and JSON in front of gRPC, driven by the contracts. */
@NullMarked
package io.waymark.gateway.rest;

import org.jspecify.annotations.NullMarked;
