/**
 * Carries commands out: load, decide, append in one transaction. Knows its store as a port only.
 */
@NullMarked
package io.waymark.registry.app;

import org.jspecify.annotations.NullMarked;
