/** Tests of how the command speaks of what services answer. */
@NullMarked
package io.waymark.cli.client;

import org.jspecify.annotations.NullMarked;
