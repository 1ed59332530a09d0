/** How words, figures, dates and tables look in a terminal, in both languages. */
@NullMarked
package io.waymark.cli.text;

import org.jspecify.annotations.NullMarked;
