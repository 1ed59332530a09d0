/** The service's own PostgreSQL database: pool, migrations, jOOQ. */
@NullMarked
package io.waymark.chassis.database;

import org.jspecify.annotations.NullMarked;
