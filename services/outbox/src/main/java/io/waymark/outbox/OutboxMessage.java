package io.waymark.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event to be published.
 *
 * @param topic the Kafka topic, for example "waymark.registry.project.v1"
 * @param key the record key: events of one key keep their order
 * @param type full name of the payload's protobuf type
 * @param payload the serialised protobuf message
 * @param traceparent W3C trace context of its cause; null means the current span's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the payload is written and forgotten
public record OutboxMessage(
    String topic, String key, String type, byte[] payload, @Nullable String traceparent) {
  /** An event that is caused by the current span. */
  public OutboxMessage(String topic, String key, String type, byte[] payload) {
    this(topic, key, type, payload, null);
  }
}
