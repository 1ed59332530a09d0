@NullMarked
package io.waymark.alerting.mail.chart;

import org.jspecify.annotations.NullMarked;
