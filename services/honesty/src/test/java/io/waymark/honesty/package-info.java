@NullMarked
package io.waymark.honesty;

import org.jspecify.annotations.NullMarked;
