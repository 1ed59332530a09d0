package io.waymark.alerting.domain;

/** What is judged. */
public enum SubjectKind {
  TARGET,
  PROJECT
}
