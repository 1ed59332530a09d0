/** Follows the registry's events. */
@NullMarked
package io.waymark.indicator.kafka;

import org.jspecify.annotations.NullMarked;
