@NullMarked
package io.waymark.indicator;

import org.jspecify.annotations.NullMarked;
