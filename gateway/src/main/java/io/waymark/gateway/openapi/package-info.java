/** The OpenAPI description, written from the contracts. */
@NullMarked
package io.waymark.gateway.openapi;

import org.jspecify.annotations.NullMarked;
