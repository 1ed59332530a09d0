package io.waymark.registry.domain;

import java.util.List;

/** What a command leads to: events in order (none if nothing changes) and the caller's reply. */
public record Decision(List<ProjectEvent> events, Reply reply) {
  public Decision {
    events = List.copyOf(events);
  }
}
