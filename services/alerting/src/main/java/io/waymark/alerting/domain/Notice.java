package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a bureau is to be told.
 *
 * @param alert the alert after the transition that it tells of
 * @param before what the mail before this one said; null if this is the first
 * @param causeEventAt when the event happened that caused it; the time to the mail is counted from here
 */
public record Notice(
    NoticeKind kind,
    Alert alert,
    Verdict verdict,
    @Nullable Told before,
    Instant at,
    Instant causeEventAt) {}
