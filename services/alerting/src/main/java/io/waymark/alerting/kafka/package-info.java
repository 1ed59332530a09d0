/** Reads judgements and bureaus from Kafka. */
@NullMarked
package io.waymark.alerting.kafka;

import org.jspecify.annotations.NullMarked;
