/** Shows what alerting counts on the metrics page. */
@NullMarked
package io.waymark.alerting.metrics;

import org.jspecify.annotations.NullMarked;
