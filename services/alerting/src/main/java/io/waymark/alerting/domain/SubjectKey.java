package io.waymark.alerting.domain;

/** Names one target or project of one plan. */
public record SubjectKey(SubjectKind kind, String planId, String subjectId) {}
