@NullMarked
package io.waymark.refusals;

import org.jspecify.annotations.NullMarked;
