@NullMarked
package io.waymark.refusals.wire;

import org.jspecify.annotations.NullMarked;
