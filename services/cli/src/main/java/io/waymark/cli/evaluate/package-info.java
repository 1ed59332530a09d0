/** What an evaluation needs of the services, and what the plan office writes of it. */
@NullMarked
package io.waymark.cli.evaluate;

import org.jspecify.annotations.NullMarked;
