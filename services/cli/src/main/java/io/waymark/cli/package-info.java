/**
 * The command that people and scripts type: the entry point and what it is given by the machine.
 */
@NullMarked
package io.waymark.cli;

import org.jspecify.annotations.NullMarked;
