/** The Prometheus registry and what every service tells of itself. */
@NullMarked
package io.waymark.chassis.metrics;

import org.jspecify.annotations.NullMarked;
