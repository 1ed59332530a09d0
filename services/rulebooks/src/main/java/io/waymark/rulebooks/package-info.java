/** The rulebooks that ship, as YAML, and the reader of one's own. */
@NullMarked
package io.waymark.rulebooks;

import org.jspecify.annotations.NullMarked;
