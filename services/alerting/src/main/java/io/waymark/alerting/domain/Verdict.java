package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of one subject at one as-of date, as far as alerts and mails need it.
 *
 * @param version grows by one with each judgement of the subject
 * @param target set for a target
 * @param project set for a project
 * @param causes what costs most first
 * @param causeEventId the event that led to it
 * @param causeProjectId the project whose event led to it; empty if it was not a project
 * @param course what the mail's chart and arithmetic are made of; {@link Course#NONE} if it was not
 *     told
 */
public record Verdict(
    String judgementId,
    SubjectKey subject,
    Text name,
    String indicatorId,
    String category,
    String leadBureauId,
    Text leadBureauName,
    boolean binding,
    LocalDate asOf,
    Instant recordedAt,
    long version,
    Lights lights,
    @Nullable TargetFigures target,
    @Nullable ProjectFigures project,
    List<Cause> causes,
    Text sentence,
    Pins pins,
    boolean simulated,
    boolean assumed,
    String causeEventId,
    String causeProjectId,
    Course course) {

  public Verdict {
    causes = List.copyOf(causes);
  }

  /** The same verdict with what its chart and arithmetic are made of. */
  public Verdict with(Course newCourse) {
    return new Verdict(
        judgementId,
        subject,
        name,
        indicatorId,
        category,
        leadBureauId,
        leadBureauName,
        binding,
        asOf,
        recordedAt,
        version,
        lights,
        target,
        project,
        causes,
        sentence,
        pins,
        simulated,
        assumed,
        causeEventId,
        causeProjectId,
        newCourse);
  }

  /** A verdict of which nothing can be drawn. */
  public Verdict(
      String judgementId,
      SubjectKey subject,
      Text name,
      String indicatorId,
      String category,
      String leadBureauId,
      Text leadBureauName,
      boolean binding,
      LocalDate asOf,
      Instant recordedAt,
      long version,
      Lights lights,
      @Nullable TargetFigures target,
      @Nullable ProjectFigures project,
      List<Cause> causes,
      Text sentence,
      Pins pins,
      boolean simulated,
      boolean assumed,
      String causeEventId,
      String causeProjectId) {
    this(
        judgementId,
        subject,
        name,
        indicatorId,
        category,
        leadBureauId,
        leadBureauName,
        binding,
        asOf,
        recordedAt,
        version,
        lights,
        target,
        project,
        causes,
        sentence,
        pins,
        simulated,
        assumed,
        causeEventId,
        causeProjectId,
        Course.NONE);
  }

  /** The rule over the three lights. */
  public Light overall() {
    return lights.overall();
  }

  /** Whether a project's report led to this verdict. */
  public boolean reported() {
    return !causeProjectId.isEmpty();
  }

  /** The project that costs most, or empty if none does. */
  public String mainCause() {
    return causes.stream()
        .filter(cause -> cause.amount() != 0)
        .map(Cause::projectId)
        .findFirst()
        .orElse("");
  }

  /** The project whose report led to this verdict, where it is among the causes. */
  public Optional<Cause> reportedCause() {
    return causes.stream()
        .filter(cause -> reported() && cause.projectId().equals(causeProjectId))
        .findFirst();
  }
}
