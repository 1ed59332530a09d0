package io.waymark.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Appends events to the outbox table inside the caller's transaction. */
public final class PostgresOutbox {
  private final Clock clock;

  /** Creates an outbox whose events carry the time of {@code clock}. */
  public PostgresOutbox(Clock clock) {
    this.clock = clock;
  }

  /** Appends all messages with one statement; their order is the order of publication. */
  public void append(DSLContext tx, List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    int n = messages.size();
    UUID[] ids = new UUID[n];
    String[] topics = new String[n];
    String[] keys = new String[n];
    String[] types = new String[n];
    byte[][] payloads = new byte[n][];
    @Nullable String[] traceparents = new @Nullable String[n];
    String current = traceparent();
    for (int i = 0; i < n; i++) {
      OutboxMessage message = messages.get(i);
      ids[i] = UUID.randomUUID();
      topics[i] = message.topic();
      keys[i] = message.key();
      types[i] = message.type();
      payloads[i] = message.payload();
      traceparents[i] = message.traceparent() == null ? current : message.traceparent();
    }
    tx.execute(
        """
        insert into outbox (event_id, topic, key, type, payload, traceparent, occurred_at)
        select e.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?) as e
        """,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        ids,
        topics,
        keys,
        types,
        payloads,
        traceparents);
  }

  private static @Nullable String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }
}
