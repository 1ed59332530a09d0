/** Who calls: bearer tokens verified at the door, and the caller in the call's context. */
@NullMarked
package io.waymark.chassis.identity;

import org.jspecify.annotations.NullMarked;
