package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail with what became of it.
 *
 * @param lastAnswer the mail server's last answer; empty before the first try
 * @param sentAt when the mail server took it, by the service clock; null before
 */
public record StoredMail(
    OutgoingMail mail,
    DeliveryStatus status,
    int attempts,
    String lastAnswer,
    @Nullable Instant sentAt) {}
