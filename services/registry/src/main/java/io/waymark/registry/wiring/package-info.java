/** Puts the registry together. */
@NullMarked
package io.waymark.registry.wiring;

import org.jspecify.annotations.NullMarked;
