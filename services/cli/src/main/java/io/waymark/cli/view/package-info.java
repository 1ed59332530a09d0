/** Replies of the services as text for people. */
@NullMarked
package io.waymark.cli.view;

import org.jspecify.annotations.NullMarked;
