package io.waymark.registry.domain;

import java.time.Instant;

/** An event of a project with when and by whom it was recorded. */
public record RecordedEvent(ProjectEvent event, long version, Actor actor, Instant recordedAt) {}
