/** Reads the ladders and the calendar that deadlines are counted by. */
@NullMarked
package io.waymark.alerting.ladders;

import org.jspecify.annotations.NullMarked;
