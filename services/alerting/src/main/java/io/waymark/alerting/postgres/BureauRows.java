package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Bureau;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Bureaus as rows: the newest version of each counts, whatever the order in which they come. */
final class BureauRows {
  private BureauRows() {}

  /** Keeps what is newer than what is held, and returns it. */
  static List<Bureau> keep(DSLContext tx, Collection<Bureau> bureaus) {
    Map<String, Bureau> latest = new LinkedHashMap<>();
    bureaus.forEach(bureau -> latest.merge(bureau.bureauId(), bureau, BureauRows::newer));
    List<Bureau> kept = new ArrayList<>();
    for (Bureau bureau : latest.values()) {
      if (keep(tx, bureau) > 0) {
        kept.add(bureau);
      }
    }
    return kept;
  }

  private static Bureau newer(Bureau one, Bureau other) {
    return other.version() > one.version() ? other : one;
  }

  private static int keep(DSLContext tx, Bureau bureau) {
    return tx.execute(
        """
        insert into bureau (bureau_id, version, name_zh, name_en, parent_id, emails, language, stand_in_names,
          stand_in_emails, stand_in_bureaus, stand_in_from, stand_in_until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date[]), cast(? as date[]))
        on conflict (bureau_id) do update set
          version = excluded.version, name_zh = excluded.name_zh, name_en = excluded.name_en,
          parent_id = excluded.parent_id, emails = excluded.emails, language = excluded.language,
          stand_in_names = excluded.stand_in_names, stand_in_emails = excluded.stand_in_emails,
          stand_in_bureaus = excluded.stand_in_bureaus, stand_in_from = excluded.stand_in_from,
          stand_in_until = excluded.stand_in_until
        where bureau.version < excluded.version
        """,
        bureau.bureauId(),
        bureau.version(),
        bureau.name().zh(),
        bureau.name().en(),
        bureau.parentId(),
        bureau.emails().toArray(String[]::new),
        bureau.language().code(),
        standIns(bureau, Bureau.StandIn::name),
        standIns(bureau, Bureau.StandIn::email),
        standIns(bureau, Bureau.StandIn::bureauId),
        standIns(bureau, standIn -> standIn.from().toString()),
        standIns(bureau, standIn -> standIn.until() == null ? null : standIn.until().toString()));
  }

  private static @Nullable String[] standIns(
      Bureau bureau, Function<Bureau.StandIn, @Nullable String> part) {
    return bureau.standIns().stream().map(part).toArray(String[]::new);
  }
}
