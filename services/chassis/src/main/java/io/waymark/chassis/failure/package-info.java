/** Failures in words of the domain; pure Java, so that a domain package may throw them. */
@NullMarked
package io.waymark.chassis.failure;

import org.jspecify.annotations.NullMarked;
