package io.waymark.alerting.domain;

/**
 * Another alert that explains this one: a late project, and the targets that it feeds.
 *
 * @param alertId the project's alert
 * @param name the project's name
 * @param share share 0..1 of the target's expected loss that the project causes
 */
public record Explanation(String alertId, SubjectKey subject, Text name, double share) {}
