/** Tests of messages. */
@NullMarked
package io.waymark.alerting.wire;

import org.jspecify.annotations.NullMarked;
