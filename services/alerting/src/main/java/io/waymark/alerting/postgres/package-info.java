/** Keeps alerts, bureaus and mails in PostgreSQL. */
@NullMarked
package io.waymark.alerting.postgres;

import org.jspecify.annotations.NullMarked;
