/** Migrations that no SQL can express. */
@NullMarked
package db.registry;

import org.jspecify.annotations.NullMarked;
