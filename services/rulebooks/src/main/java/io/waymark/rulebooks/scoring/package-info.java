/** Scores by a published scheme: weights and curves as data, arithmetic that anyone can repeat. */
@NullMarked
package io.waymark.rulebooks.scoring;

import org.jspecify.annotations.NullMarked;
