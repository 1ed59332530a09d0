/** The service's API: translates, nothing more. */
@NullMarked
package io.waymark.indicator.grpc;

import org.jspecify.annotations.NullMarked;
