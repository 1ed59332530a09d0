/**
 * The mathematics of judging: history, target, contributions, rulebook and as-of date give a
 * judgement. Pure: no clock, no input or output, no framework, and the same bytes on every JVM.
 */
@NullMarked
package io.waymark.judging;

import org.jspecify.annotations.NullMarked;
