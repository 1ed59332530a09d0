/** Decomposition, tested on small plans whose numbers can be added up by hand. */
@NullMarked
package io.waymark.indicator.domain.decomposition;

import org.jspecify.annotations.NullMarked;
