/** From stored facts to the question, and from the answer to the judgement's message. */
@NullMarked
package io.waymark.indicator.judge;

import org.jspecify.annotations.NullMarked;
