package io.waymark.registry.domain;

/** A point of a schedule as a plan office wrote it, unchecked. */
public record SchedulePointDraft(String date, double percent, LocalizedText milestone) {}
