/** The registry's store in PostgreSQL. */
@NullMarked
package io.waymark.registry.postgres;

import org.jspecify.annotations.NullMarked;
