package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps which alerts quiet, why and until when.
 *
 * @param endedBy who ended it early; null unless someone did
 */
public record Silence(
    String silenceId,
    Matcher matcher,
    String reason,
    Actor by,
    Instant from,
    Instant until,
    @Nullable Actor endedBy) {

  /**
   * Which alerts; an empty word or a null means any.
   *
   * @param bureauId the responsible bureau
   */
  public record Matcher(
      String planId,
      String subjectId,
      String bureauId,
      String category,
      @Nullable SubjectKind kind,
      @Nullable Severity severity) {
    /** Whether an alert is meant. */
    public boolean matches(Alert alert, String alertCategory) {
      return (planId.isEmpty() || planId.equals(alert.subject().planId()))
          && (subjectId.isEmpty() || subjectId.equals(alert.subject().subjectId()))
          && (bureauId.isEmpty() || bureauId.equals(alert.leadBureauId()))
          && (category.isEmpty() || category.equals(alertCategory))
          && (kind == null || kind == alert.subject().kind())
          && (severity == null || severity == alert.severity());
    }
  }

  /** Whether it holds at a time. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
