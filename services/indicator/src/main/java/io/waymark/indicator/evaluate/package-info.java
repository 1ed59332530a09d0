/** Evaluations of a plan: scores, tallies, comparisons. Pure: what is frozen is a parameter. */
@NullMarked
package io.waymark.indicator.evaluate;

import org.jspecify.annotations.NullMarked;
