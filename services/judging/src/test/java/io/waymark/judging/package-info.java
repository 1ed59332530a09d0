@NullMarked
package io.waymark.judging;

import org.jspecify.annotations.NullMarked;
