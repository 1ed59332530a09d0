@NullMarked
package io.waymark.rulebooks;

import org.jspecify.annotations.NullMarked;
