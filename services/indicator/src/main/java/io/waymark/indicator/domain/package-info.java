/** What may be imported and recorded: pure checks that name every violation. */
@NullMarked
package io.waymark.indicator.domain;

import org.jspecify.annotations.NullMarked;
