/** Batch projection of questions in a file, without a server. */
@NullMarked
package io.waymark.cli.foresight;

import org.jspecify.annotations.NullMarked;
