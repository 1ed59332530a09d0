package io.waymark.indicator.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Why subjects are judged.
 *
 * @param eventId the event that led to it; empty if time alone did
 * @param projectId the project whose event it was; empty if it was not one project's
 * @param traceparent W3C trace context of the event; null if it has none
 */
public record Trigger(String eventId, String projectId, @Nullable String traceparent) {
  /** Nothing happened but that time went on. */
  public static final Trigger TIME = new Trigger("", "", null);

  /** Something that is no project's event. */
  public static Trigger event(String eventId) {
    return new Trigger(eventId, "", null);
  }

  boolean isTime() {
    return eventId.isEmpty();
  }
}
