/** Writes mails and brings them to the mail server. */
@NullMarked
package io.waymark.alerting.mail;

import org.jspecify.annotations.NullMarked;
