@NullMarked
package io.waymark.calendar;

import org.jspecify.annotations.NullMarked;
