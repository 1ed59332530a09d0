/** Tests of the alert's life. */
@NullMarked
package io.waymark.alerting.domain;

import org.jspecify.annotations.NullMarked;
