package io.waymark.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells failures that pass (the database is away, a deadlock) from those that stay. */
public final class Transience {
  private Transience() {}

  /** Whether trying again later may help. */
  public static boolean isTransient(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientException
          || (t instanceof SQLException sql && passes(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(@org.jspecify.annotations.Nullable String state) {
    // Classes of PostgreSQL: 08 connection, 40 rollback (deadlock, serialisation), 53 resources,
    // 57 operator intervention (shutdown).
    return state != null
        && (state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("53")
            || state.startsWith("57"));
  }
}
