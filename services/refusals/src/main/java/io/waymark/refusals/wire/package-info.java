/** Reads why a call was refused from what the services send along. */
@NullMarked
package io.waymark.refusals.wire;

import org.jspecify.annotations.NullMarked;
