package io.waymark.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Remembers which events a consumer has handled. */
final class Inbox {
  private static final int PRUNED_AT_ONCE = 10_000;

  private final String consumer;

  Inbox(String consumer) {
    this.consumer = consumer;
  }

  /** Notes the ids as handled; returns those that were not noted before. */
  Set<UUID> claim(DSLContext tx, UUID[] ids) {
    return new HashSet<>(
        tx.fetch(
                """
                insert into inbox (consumer, event_id)
                select ?, id from unnest(?::uuid[]) as id
                on conflict do nothing
                returning event_id
                """,
                consumer,
                ids)
            .map(r -> r.get(0, UUID.class)));
  }

  /** Forgets some of the ids noted longer ago than {@code age}. */
  static void prune(DSLContext db, Duration age) {
    db.execute(
        """
        delete from inbox where ctid in (
          select ctid from inbox where received_at < now() - make_interval(secs => ?) limit ?)
        """,
        age.toSeconds(),
        PRUNED_AT_ONCE);
  }
}
