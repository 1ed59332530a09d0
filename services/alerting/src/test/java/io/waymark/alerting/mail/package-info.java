/** Tests of mails and their delivery. */
@NullMarked
package io.waymark.alerting.mail;

import org.jspecify.annotations.NullMarked;
