package io.waymark.indicator.postgres;

import io.waymark.indicator.domain.Lateness;
import io.waymark.proto.type.v1.LocalizedText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

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

  /**
   * Queues the wholes of indicators that were judged because something happened.
   *
   * @param late which of them a late or corrected figure touches: the wholes' past is restated too
   */
  static void queue(
      DSLContext tx,
      String planId,
      Collection<String> indicatorIds,
      Function<Subject, Trigger> triggers,
      Map<Subject, Late> late) {
    List<String> parts = new ArrayList<>();
    List<Trigger> causes = new ArrayList<>();
    List<Optional<Lateness>> since = new ArrayList<>();
    for (String indicatorId : indicatorIds) {
      Subject subject = Subject.indicator(indicatorId);
      Trigger trigger = triggers.apply(subject);
      if (!trigger.isTime()) {
        parts.add(indicatorId);
        causes.add(trigger);
        since.add(Optional.ofNullable(late.get(subject)).map(Late::lateness));
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    tx.execute(
        """
        insert into roll_up_due (plan_id, indicator_id, event_id, project_id, traceparent,
          late_from, late_zh, late_en)
        select r.plan_id, r.indicator_id, n.event_id, n.project_id, n.traceparent,
          n.late_from, n.late_zh, n.late_en
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[])
          as n(part, event_id, project_id, traceparent, late_from, late_zh, late_en)
        join rolls_up r on r.part_plan_id = ? and r.part_indicator_id = n.part
        """,
        parts.toArray(String[]::new),
        causes.stream().map(Trigger::eventId).toArray(String[]::new),
        causes.stream().map(Trigger::projectId).toArray(String[]::new),
        causes.stream().map(Trigger::traceparent).toArray(String[]::new),
        since.stream().map(l -> l.map(Lateness::from).orElse(null)).toArray(LocalDate[]::new),
        since.stream().map(l -> l.map(s -> s.words().getZh()).orElse(null)).toArray(String[]::new),
        since.stream().map(l -> l.map(s -> s.words().getEn()).orElse(null)).toArray(String[]::new),
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
    var taken =
        tx.fetch(
            """
            delete from roll_up_due where seq in (
              select seq from roll_up_due
              where plan_id = (select plan_id from roll_up_due order by seq limit 1)
              order by seq limit ? for update skip locked)
            returning seq, plan_id, indicator_id, event_id, project_id, traceparent,
              late_from, late_zh, late_en
            """,
            BATCH);
    taken.sortAsc("seq");
    Map<String, Waiting> byPlan = new TreeMap<>();
    taken.forEach(r -> byPlan.computeIfAbsent(text(r, "plan_id"), plan -> new Waiting()).add(r));
    byPlan.forEach((plan, waiting) ->
        new JudgingRun(tx, clock, verdicts)
            .judge(
                plan,
                waiting.triggers.keySet(),
                subject -> Objects.requireNonNull(waiting.triggers.get(subject)),
                waiting.late));
    return taken.size();
  }

  /** The wholes of one plan, each with the newest cause and everything that came late. */
  private static final class Waiting {
    private final Map<Subject, Trigger> triggers = new LinkedHashMap<>();
    private final Map<Subject, Late> late = new LinkedHashMap<>();

    void add(Record r) {
      Subject subject = Subject.indicator(text(r, "indicator_id"));
      Trigger trigger =
          new Trigger(
              text(r, "event_id"), text(r, "project_id"), r.get("traceparent", String.class));
      triggers.put(subject, trigger);
      LocalDate from = r.get("late_from", LocalDate.class);
      if (from != null) {
        LocalizedText words =
            LocalizedText.newBuilder().setZh(text(r, "late_zh")).setEn(text(r, "late_en")).build();
        late.merge(subject, new Late(trigger, new Lateness(from, words)), Late::and);
      }
    }
  }

  private static String text(Record r, String column) {
    return Objects.requireNonNull(r.get(column, String.class), column);
  }
}
