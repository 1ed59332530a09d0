/** The injected clock, which a demo can set. */
@NullMarked
package io.waymark.chassis.time;

import org.jspecify.annotations.NullMarked;
