/** Trace ids from the caller to the log. */
@NullMarked
package io.waymark.chassis.trace;

import org.jspecify.annotations.NullMarked;
