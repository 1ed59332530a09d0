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
    @Nullable Acknowledgement acknowledgement,
    Care care) {

  /** Who took an alert, how grave it was then, and what they said. */
  public record Acknowledgement(Actor actor, String comment, Severity severity) {}

  /** Names the step that led to the present version. */
  public String transitionId() {
    return alertId + "/" + version;
  }

  /** One transition on. */
  Alert moved(AlertStatus newStatus, Severity newSeverity, boolean nowPaused, Care newCare) {
    return copy(newStatus, newSeverity, nowPaused, resolvedAt, version + 1, told, newCare);
  }

  Alert moved(Care newCare) {
    return moved(status, severity, paused, newCare);
  }

  Alert over(AlertStatus newStatus, Instant at, Care newCare) {
    return copy(newStatus, severity, false, at, version + 1, told, newCare);
  }

  Alert acknowledged(Actor actor, String comment, AlertStatus newStatus, Care newCare) {
    Acknowledgement taken = new Acknowledgement(actor, comment, severity);
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        newStatus,
        severity,
        paused,
        openedAt,
        resolvedAt,
        sentence,
        simulated,
        previousAlertId,
        version + 1,
        told,
        taken,
        newCare);
  }

  /** The same alert under a newer verdict's words; no transition. */
  Alert noting(Verdict verdict, Care newCare) {
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
        acknowledgement,
        newCare);
  }

  /** As it stood before. */
  Alert at(long earlierVersion, Severity earlierSeverity) {
    return copy(status, earlierSeverity, paused, resolvedAt, earlierVersion, told, care);
  }

  Alert telling(Told newTold) {
    return copy(status, severity, paused, resolvedAt, version, newTold, care);
  }

  /** No transition: how it is cared for changes by itself. */
  Alert caring(Care newCare) {
    return copy(status, severity, paused, resolvedAt, version, told, newCare);
  }

  private Alert copy(
      AlertStatus newStatus,
      Severity newSeverity,
      boolean nowPaused,
      @Nullable Instant newResolvedAt,
      long newVersion,
      @Nullable Told newTold,
      Care newCare) {
    return new Alert(
        alertId,
        subject,
        name,
        leadBureauId,
        newStatus,
        newSeverity,
        nowPaused,
        openedAt,
        newResolvedAt,
        sentence,
        simulated,
        previousAlertId,
        newVersion,
        newTold,
        acknowledgement,
        newCare);
  }
}
