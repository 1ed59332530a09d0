package io.waymark.outbox;

import java.util.List;
import org.jooq.DSLContext;

/** Handles the new events of one poll in one transaction. */
@FunctionalInterface
public interface BatchHandler {
  /**
   * Applies the events, in order. Everything written through {@code tx} is committed together with
   * the note that these events were handled.
   *
   * <p>An exception rolls all of it back. If it says that the database is away, the batch is tried
   * again later; otherwise the events are tried one by one and the failing ones go to the dead
   * letter.
   */
  void handle(DSLContext tx, List<ReceivedEvent> events);
}
