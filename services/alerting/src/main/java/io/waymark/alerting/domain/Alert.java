package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subject that someone must handle, as it stands now.
 *
 * @param paused whether an approved suspension stops its clock
 * @param previousAlertId the alert before this one of the same subject; empty if it is the first
 * @param version grows by one with each transition
 * @param told what the last mail said; null while none was written
 * @param acknowledgement who took it; null while nobody has
 */
public record Alert(
    String alertId,
    SubjectKey subject,
    Text name,
    String leadBureauId,
    AlertStatus status,
    Severity severity,
    boolean paused,
    Instant openedAt,
    @Nullable Instant resolvedAt,
    Text sentence,
    boolean simulated,
    String previousAlertId,
    long version,
    @Nullable Told told,
    @Nullable Acknowledgement acknowledgement) {

  /** Who took an alert, and what they said. */
  public record Acknowledgement(Actor actor, String comment) {}

  /** Names the step that led to the present version. */
  public String transitionId() {
    return alertId + "/" + version;
  }

  Alert stands(AlertStatus newStatus, Severity newSeverity, boolean nowPaused) {
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        newStatus,
        newSeverity,
        nowPaused,
        openedAt,
        resolvedAt,
        sentence,
        simulated,
        previousAlertId,
        version + 1,
        told,
        acknowledgement);
  }

  Alert resolved(Instant at) {
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        AlertStatus.RESOLVED,
        severity,
        false,
        openedAt,
        at,
        sentence,
        simulated,
        previousAlertId,
        version + 1,
        told,
        acknowledgement);
  }

  Alert acknowledged(Actor actor, String comment) {
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        AlertStatus.ACKNOWLEDGED,
        severity,
        paused,
        openedAt,
        resolvedAt,
        sentence,
        simulated,
        previousAlertId,
        version + 1,
        told,
        new Acknowledgement(actor, comment));
  }

  /** The same alert under a newer verdict's words; no transition. */
  Alert noting(Verdict verdict) {
    return new Alert(
        alertId,
        subject,
        verdict.name(),
        verdict.leadBureauId(),
        status,
        severity,
        paused,
        openedAt,
        resolvedAt,
        verdict.sentence(),
        verdict.simulated(),
        previousAlertId,
        version,
        told,
        acknowledgement);
  }

  Alert at(long earlierVersion, Severity earlierSeverity) {
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        status,
        earlierSeverity,
        paused,
        openedAt,
        resolvedAt,
        sentence,
        simulated,
        previousAlertId,
        earlierVersion,
        told,
        acknowledgement);
  }

  Alert telling(Told newTold) {
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        status,
        severity,
        paused,
        openedAt,
        resolvedAt,
        sentence,
        simulated,
        previousAlertId,
        version,
        newTold,
        acknowledgement);
  }
}
