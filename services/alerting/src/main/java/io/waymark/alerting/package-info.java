/**
 * The alerting service: follows judgements, keeps alerts, and tells the responsible bureaus by
 * mail.
 */
@NullMarked
package io.waymark.alerting;

import org.jspecify.annotations.NullMarked;
