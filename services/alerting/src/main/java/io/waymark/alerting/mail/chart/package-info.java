/** Draws the picture of a mail, without a display and without fonts. */
@NullMarked
package io.waymark.alerting.mail.chart;

import org.jspecify.annotations.NullMarked;
