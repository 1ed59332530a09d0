/** Why services refuse things, in the words of both languages; pure Java. */
@NullMarked
package io.waymark.refusals;

import org.jspecify.annotations.NullMarked;
