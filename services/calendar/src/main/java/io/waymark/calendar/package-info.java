/** Working days; pure, without clock, I/O beyond its own data, or framework. */
@NullMarked
package io.waymark.calendar;

import org.jspecify.annotations.NullMarked;
