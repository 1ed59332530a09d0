/** Tests on a real PostgreSQL. */
@NullMarked
package io.waymark.registry.postgres;

import org.jspecify.annotations.NullMarked;
