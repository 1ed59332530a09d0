package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Checking.Held;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** What was held of targets in the years before they came due. */
final class HeldJudgements {
  private HeldJudgements() {}

  /**
   * Of each target that has come due, the first judgement stored in each of the three years before;
   * restatements of the past never were held.
   */
  static List<Held> beforeDue(DSLContext db, String planId, LocalDate today) {
    return db.fetch(
            """
            select w.years, j.body
            from target t cross join (values (1), (2), (3)) as w(years) cross join lateral (
              select body from judgement
              where plan_id = t.plan_id and subject_id = t.target_id and kind = 1
                and restates is null
                and as_of >= t.due - make_interval(years => w.years)
                and as_of < t.due - make_interval(years => w.years - 1)
              order by version limit 1) j
            where t.plan_id = ? and t.due <= ?
            order by t.target_id, w.years
            """,
            planId,
            today)
        .map(r ->
            new Held(
                r.get(0, Integer.class), Bytes.parse(Judgement.parser(), r.get(1, byte[].class))));
  }
}
