/** Tests of what is made of events. */
@NullMarked
package io.waymark.alerting.kafka;

import org.jspecify.annotations.NullMarked;
