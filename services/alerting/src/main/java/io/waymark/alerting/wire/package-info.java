/** Maps contracts to records and back, for whoever speaks protobuf. */
@NullMarked
package io.waymark.alerting.wire;

import org.jspecify.annotations.NullMarked;
