/** One class per sub-command: options in, calls, text or JSON out. */
@NullMarked
package io.waymark.cli.command;

import org.jspecify.annotations.NullMarked;
