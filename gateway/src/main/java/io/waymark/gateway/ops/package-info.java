/** Health, readiness and metrics of the gateway itself. */
@NullMarked
package io.waymark.gateway.ops;

import org.jspecify.annotations.NullMarked;
