package io.waymark.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer gets it; one that was handled before is never handed out again.
 *
 * @param id the event's id, the same in every repeat
 * @param topic the Kafka topic that it came from
 * @param key the record key
 * @param type full name of the payload's protobuf type
 * @param payload the serialised protobuf message
 * @param time when the event happened at its source
 * @param published when the broker has it from, by the system's clock; a service's clock may stand
 *     in another year
 * @param traceparent W3C trace context that it carried; null if it carried none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the payload is read once
public record ReceivedEvent(
    String id,
    String topic,
    String key,
    String type,
    byte[] payload,
    Instant time,
    Instant published,
    @Nullable String traceparent) {
  /** An event without trace context that was published when it happened. */
  public ReceivedEvent(
      String id, String topic, String key, String type, byte[] payload, Instant time) {
    this(id, topic, key, type, payload, time, time, null);
  }
}
