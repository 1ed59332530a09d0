/**
 * When reports are due, and whether they came: periods, due days, grace. Pure: today is a
 * parameter.
 */
@NullMarked
package io.waymark.calendar.reporting;

import org.jspecify.annotations.NullMarked;
