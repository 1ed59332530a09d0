/** Tests of what is told. */
@NullMarked
package io.waymark.registry.wire;

import org.jspecify.annotations.NullMarked;
