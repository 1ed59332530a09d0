/** Starts Waymark on one machine, on embedded parts, and supervises it. */
@NullMarked
package io.waymark.standalone;

import org.jspecify.annotations.NullMarked;
