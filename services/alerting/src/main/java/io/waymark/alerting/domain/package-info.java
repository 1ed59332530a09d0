/** The life of alerts and what is told to whom; pure, without clock, I/O or framework. */
@NullMarked
package io.waymark.alerting.domain;

import org.jspecify.annotations.NullMarked;
