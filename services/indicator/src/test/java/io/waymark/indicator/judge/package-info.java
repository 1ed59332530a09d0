@NullMarked
package io.waymark.indicator.judge;

import org.jspecify.annotations.NullMarked;
