/** Tells channels other than mail: webhooks, group robots, Alertmanager. */
@NullMarked
package io.waymark.alerting.channels;

import org.jspecify.annotations.NullMarked;
