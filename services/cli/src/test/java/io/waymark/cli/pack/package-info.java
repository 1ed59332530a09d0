/** Tests of reading, checking and loading a plan pack. */
@NullMarked
package io.waymark.cli.pack;

import org.jspecify.annotations.NullMarked;
