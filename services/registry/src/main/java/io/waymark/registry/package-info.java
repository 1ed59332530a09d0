/** The project registry: bureaus, major projects and the progress that they report. */
@NullMarked
package io.waymark.registry;

import org.jspecify.annotations.NullMarked;
