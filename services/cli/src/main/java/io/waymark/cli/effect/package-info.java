/** What a report set in motion: new judgements and the mails about them. */
@NullMarked
package io.waymark.cli.effect;

import org.jspecify.annotations.NullMarked;
