package io.waymark.alerting.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Finds the mails that later ones answer. */
final class Threads {
  private Threads() {}

  static Map<String, Map<String, String>> of(DSLContext tx, Collection<String> alertIds) {
    Map<String, Map<String, String>> threads = new HashMap<>();
    if (alertIds.isEmpty()) {
      return threads;
    }
    for (Record row :
        tx.fetch(
            """
            select distinct on (a.alert_id, a.recipient) a.alert_id, a.recipient, m.message_id
            from mail_alert a join mail m using (mail_id)
            where a.alert_id = any(?) order by a.alert_id, a.recipient, a.position
            """,
            (Object) alertIds.toArray(String[]::new))) {
      threads
          .computeIfAbsent(Rows.text(row, "alert_id"), alert -> new HashMap<>())
          .put(Rows.text(row, "recipient"), Rows.text(row, "message_id"));
    }
    return threads;
  }
}
