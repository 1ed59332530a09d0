/** What Waymark's own mathematics takes. */
@NullMarked
package io.waymark.benchmarks;

import org.jspecify.annotations.NullMarked;
