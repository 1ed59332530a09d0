/** The compiled contracts and the REST routes that their annotations declare. */
@NullMarked
package io.waymark.gateway.contract;

import org.jspecify.annotations.NullMarked;
