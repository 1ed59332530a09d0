/** Liveness and readiness with causes, and the metrics page, on the management port. */
@NullMarked
package io.waymark.chassis.health;

import org.jspecify.annotations.NullMarked;
