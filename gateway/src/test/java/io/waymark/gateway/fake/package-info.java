/**
 * A made-up city behind the gateway: the three services in this process, with data that look real.
 */
@NullMarked
package io.waymark.gateway.fake;

import org.jspecify.annotations.NullMarked;
