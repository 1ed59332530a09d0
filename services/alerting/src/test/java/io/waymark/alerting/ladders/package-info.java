@NullMarked
package io.waymark.alerting.ladders;

import org.jspecify.annotations.NullMarked;
