package io.waymark.indicator.postgres;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Passes a judgement of a part on to the wholes that it is a part of. The part's transaction only
 * queues them; each plan's wholes are then judged in a transaction of their own, with the part's
 * event as the cause. What the queue holds survives a crash.
 */
public final class RollUps {
  private static final int BATCH = 200;

  private final DSLContext db;
  private final Clock clock;
  private final Verdicts verdicts;

  /** Creates access. */
  public RollUps(DSLContext db, Clock clock, Verdicts verdicts) {
    this.db = db;
    this.clock = clock;
    this.verdicts = verdicts;
  }

  /** Queues the wholes of indicators that were judged because something happened. */
  static void queue(
      DSLContext tx,
      String planId,
      Collection<String> indicatorIds,
      Function<Subject, Trigger> triggers) {
    List<String> parts = new ArrayList<>();
    List<Trigger> causes = new ArrayList<>();
    for (String indicatorId : indicatorIds) {
      Trigger trigger = triggers.apply(Subject.indicator(indicatorId));
      if (!trigger.isTime()) {
        parts.add(indicatorId);
        causes.add(trigger);
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    tx.execute(
        """
        insert into roll_up_due (plan_id, indicator_id, event_id, project_id, traceparent)
        select r.plan_id, r.indicator_id, n.event_id, n.project_id, n.traceparent
        from unnest(?::text[], ?::text[], ?::text[], ?::text[])
          as n(part, event_id, project_id, traceparent)
        join rolls_up r on r.part_plan_id = ? and r.part_indicator_id = n.part
        """,
        parts.toArray(String[]::new),
        causes.stream().map(Trigger::eventId).toArray(String[]::new),
        causes.stream().map(Trigger::projectId).toArray(String[]::new),
        causes.stream().map(Trigger::traceparent).toArray(String[]::new),
        planId);
  }

  /** Judges one batch of the wholes that wait; returns how many of the queue were taken. */
  public int look() {
    Integer plans =
        db.fetchSingle("select count(*) from (select 1 from roll_up_due limit 1) as waiting")
            .get(0, Integer.class);
    return plans == null || plans == 0 ? 0 : db.transactionResult(c -> look(c.dsl()));
  }

  private int look(DSLContext tx) {
    Map<String, Map<Subject, Trigger>> byPlan = new TreeMap<>();
    var taken =
        tx.fetch(
            """
            delete from roll_up_due where seq in (
              select seq from roll_up_due
              where plan_id = (select plan_id from roll_up_due order by seq limit 1)
              order by seq limit ? for update skip locked)
            returning seq, plan_id, indicator_id, event_id, project_id, traceparent
            """,
            BATCH);
    taken.sortAsc("seq");
    taken.forEach(r ->
        byPlan
            .computeIfAbsent(
                Objects.requireNonNull(r.get("plan_id", String.class)),
                plan -> new LinkedHashMap<>())
            .put(
                Subject.indicator(Objects.requireNonNull(r.get("indicator_id", String.class))),
                new Trigger(
                    Objects.requireNonNull(r.get("event_id", String.class)),
                    Objects.requireNonNull(r.get("project_id", String.class)),
                    r.get("traceparent", String.class))));
    byPlan.forEach((plan, triggers) ->
        new JudgingRun(tx, clock, verdicts)
            .judge(
                plan, triggers.keySet(), subject -> Objects.requireNonNull(triggers.get(subject))));
    return taken.size();
  }
}
