/** The relay and the Kafka settings of a service. */
@NullMarked
package io.waymark.chassis.kafka;

import org.jspecify.annotations.NullMarked;
