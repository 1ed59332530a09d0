/** Tests of how commands are carried out. */
@NullMarked
package io.waymark.registry.app;

import org.jspecify.annotations.NullMarked;
