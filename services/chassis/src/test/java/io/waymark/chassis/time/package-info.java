@NullMarked
package io.waymark.chassis.time;

import org.jspecify.annotations.NullMarked;
