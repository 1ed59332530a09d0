/** What callers may do: each command is checked, written and judged in one transaction. */
@NullMarked
package io.waymark.indicator.commands;

import org.jspecify.annotations.NullMarked;
