/** A plan pack: a folder of CSV with a plan, read, checked and loaded. */
@NullMarked
package io.waymark.cli.pack;

import org.jspecify.annotations.NullMarked;
