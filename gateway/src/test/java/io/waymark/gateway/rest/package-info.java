/** Tests of how REST says what services said. */
@NullMarked
package io.waymark.gateway.rest;

import org.jspecify.annotations.NullMarked;
