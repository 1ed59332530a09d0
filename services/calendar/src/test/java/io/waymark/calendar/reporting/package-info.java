@NullMarked
package io.waymark.calendar.reporting;

import org.jspecify.annotations.NullMarked;
