/** Tests of the gateway as a whole. */
@NullMarked
package io.waymark.gateway;

import org.jspecify.annotations.NullMarked;
