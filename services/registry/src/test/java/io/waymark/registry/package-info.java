/** Shared samples of the registry's tests. */
@NullMarked
package io.waymark.registry;

import org.jspecify.annotations.NullMarked;
