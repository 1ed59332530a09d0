/** Talks to the services: address, token, deadlines, and what went wrong in words. */
@NullMarked
package io.waymark.cli.client;

import org.jspecify.annotations.NullMarked;
