package io.waymark.indicator.postgres;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.type.v1.Actor;
import io.waymark.refusals.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Writes plans, indicators and targets as versions; what did not change is not written. */
public final class Definitions {
  private final DSLContext tx;
  private final OffsetDateTime now;
  private final byte[] actor;

  /** A version in force: its number and its bytes. */
  private record InForce(long version, ByteString body) {}

  /** Creates a writer within the transaction {@code tx}. */
  public Definitions(DSLContext tx, Instant now, Actor actor) {
    this.tx = tx;
    this.now = now.atOffset(ZoneOffset.UTC);
    this.actor = actor.toByteArray();
  }

  /** How many of some items were new, changed and unchanged, and which are not unchanged. */
  public record Written(int created, int changed, int unchanged, List<String> ids) {}

  /** Writes the plan; true if it was new or changed. Another import of it waits for this one. */
  public boolean plan(Plan plan) {
    byte[] body = plan.toByteArray();
    lock(plan.getPlanId());
    InForce before =
        tx.fetchOptional(
                """
                select p.version, v.body from plan p join plan_version v using (plan_id, version)
                where p.plan_id = ?
                """,
                plan.getPlanId())
            .map(
                r -> new InForce(r.get(0, Long.class), ByteString.copyFrom(r.get(1, byte[].class))))
            .orElse(null);
    if (before != null && before.body().equals(plan.toByteString())) {
      return false;
    }
    long version = before == null ? 1 : before.version() + 1;
    tx.execute(
        """
        insert into plan (plan_id, version) values (?, ?)
        on conflict (plan_id) do update set version = excluded.version
        """,
        plan.getPlanId(),
        version);
    tx.execute(
        """
        insert into plan_version (plan_id, version, body, recorded_at, actor)
        values (?, ?, ?, ?::timestamptz, ?)
        """,
        plan.getPlanId(),
        version,
        body,
        now,
        actor);
    return true;
  }

  // A statement of its own, for what is read while one waits is as old as the wait; it makes the
  // row
  // of a new plan too, so that two first imports meet here and not at a key.
  private void lock(String planId) {
    tx.execute(
        """
        insert into plan (plan_id, version) values (?, 0)
        on conflict (plan_id) do update set version = plan.version
        """,
        planId);
  }

  /** Writes the indicators without their targets. */
  public Written indicators(String planId, List<Indicator> indicators) {
    Map<String, InForce> before = inForce("indicator", planId);
    Rows rows = new Rows();
    for (Indicator indicator : indicators) {
      rows.add(before, indicator.getIndicatorId(), indicator.toBuilder().clearTargets().build());
    }
    String[] follows =
        rows.messages.stream()
            .map(m -> ((Indicator) m).getFollowsIndicatorId())
            .toArray(String[]::new);
    String[] classes =
        rows.messages.stream().map(m -> ((Indicator) m).getReferenceClass()).toArray(String[]::new);
    tx.execute(
        """
        insert into indicator (plan_id, indicator_id, version, follows_id, reference_class)
        select ?, n.* from unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) as n
        on conflict (plan_id, indicator_id)
        do update set version = excluded.version, follows_id = excluded.follows_id,
          reference_class = excluded.reference_class
        """,
        planId,
        rows.ids(),
        rows.versions(),
        follows,
        classes);
    versions("indicator", planId, rows);
    rollUps(planId, rows.messages.stream().map(m -> (Indicator) m).toList());
    return rows.written();
  }

  private void rollUps(String planId, List<Indicator> changed) {
    tx.execute(
        "delete from rolls_up where plan_id = ? and indicator_id = any(?)",
        planId,
        changed.stream().map(Indicator::getIndicatorId).toArray(String[]::new));
    List<Query> rows = new ArrayList<>();
    for (Indicator indicator : changed) {
      for (RollUpPart part : indicator.getRollsUp().getPartsList()) {
        rows.add(
            tx.query(
                "insert into rolls_up values (?, ?, ?, ?)",
                planId,
                indicator.getIndicatorId(),
                part.getPlanId(),
                part.getIndicatorId()));
      }
    }
    tx.batch(rows).execute();
    if (!rows.isEmpty()) {
      mustNotCircle(planId);
    }
  }

  private void mustNotCircle(String planId) {
    tx.fetchOptional(
            """
            with recursive below as (
              select indicator_id as top, part_plan_id, part_indicator_id from rolls_up
              where plan_id = ?
              union
              select b.top, r.part_plan_id, r.part_indicator_id from below b join rolls_up r
                on r.plan_id = b.part_plan_id and r.indicator_id = b.part_indicator_id)
            select top from below where part_plan_id = ? and part_indicator_id = top
            order by 1 limit 1
            """,
            planId,
            planId)
        .ifPresent(r -> {
          throw Failure.invalid(
              "indicators.rolls_up", r.get(0, String.class), Expected.PARTS_NOT_ITSELF.with());
        });
  }

  /**
   * Writes the targets of the indicators. They are compared with what the plan last stated, not
   * with what a document made of it: a plan that is loaded again neither undoes nor repeats a
   * revision. A difference is a correction of what was imported before.
   */
  public Written targets(String planId, List<Indicator> indicators) {
    Map<String, InForce> before = stated(planId);
    Rows rows = new Rows();
    List<String> owners = new ArrayList<>();
    List<LocalDate> dues = new ArrayList<>();
    for (Indicator indicator : indicators) {
      for (Target target : indicator.getTargetsList()) {
        Target bare = target.toBuilder().clearVersion().clearInstrument().build();
        if (rows.add(before, target.getTargetId(), bare)) {
          owners.add(indicator.getIndicatorId());
          dues.add(LocalDate.parse(target.getDue()));
        }
      }
    }
    tx.execute(
        """
        insert into target (plan_id, target_id, version, indicator_id, due)
        select ?, n.* from unnest(?::text[], ?::bigint[], ?::text[], ?::date[]) as n
        on conflict (plan_id, target_id) do update
        set version = excluded.version, indicator_id = excluded.indicator_id, due = excluded.due
        """,
        planId,
        rows.ids(),
        rows.versions(),
        owners.toArray(String[]::new),
        dues.toArray(LocalDate[]::new));
    targetVersions(planId, rows);
    AnnualSteps.link(tx, planId, indicators);
    return rows.written();
  }

  /** What the plan last stated of each target, beside the number of its newest version. */
  private Map<String, InForce> stated(String planId) {
    Map<String, InForce> found = new HashMap<>();
    tx.fetch(
            """
            select t.target_id, t.version, v.body from target t cross join lateral (
              select body from target_version
              where plan_id = t.plan_id and target_id = t.target_id and document = ''
              order by version desc limit 1) v
            where t.plan_id = ? order by 1 for update of t
            """,
            planId)
        .forEach(r -> found.put(r.get(0, String.class), held(r)));
    return found;
  }

  private static InForce held(Record r) {
    return new InForce(r.get(1, Long.class), ByteString.copyFrom(r.get(2, byte[].class)));
  }

  private void targetVersions(String planId, Rows rows) {
    tx.execute(
        """
        insert into target_version (plan_id, recorded_at, actor, target_id, version, body, kind)
        select ?, ?::timestamptz, ?, n.*, case n.version when 1 then ? else ? end
        from unnest(?::text[], ?::bigint[], ?::bytea[]) as n(target_id, version, body)
        """,
        planId,
        now,
        actor,
        InstrumentKind.INSTRUMENT_KIND_PLAN_VALUE,
        InstrumentKind.INSTRUMENT_KIND_CORRECTION_VALUE,
        rows.ids(),
        rows.versions(),
        rows.bodies());
  }

  private Map<String, InForce> inForce(String table, String planId) {
    Map<String, InForce> found = new HashMap<>();
    tx.fetch(
            """
            select i.%1$s_id, i.version, v.body
            from %1$s i join %1$s_version v using (plan_id, %1$s_id, version)
            where plan_id = ? order by 1 for update of i
            """
                .formatted(table),
            planId)
        .forEach(r -> found.put(r.get(0, String.class), held(r)));
    return found;
  }

  private void versions(String table, String planId, Rows rows) {
    tx.execute(
        """
        insert into %1$s_version (plan_id, recorded_at, actor, %1$s_id, version, body)
        select ?, ?::timestamptz, ?, n.* from unnest(?::text[], ?::bigint[], ?::bytea[]) as n
        """
            .formatted(table),
        planId,
        now,
        actor,
        rows.ids(),
        rows.versions(),
        rows.bodies());
  }

  /** Collects what is new or changed. */
  private static final class Rows {
    private final List<String> ids = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private int created;
    private int unchanged;

    boolean add(Map<String, InForce> before, String id, Message message) {
      @Nullable InForce was = before.get(id);
      if (was != null && was.body().equals(message.toByteString())) {
        unchanged++;
        return false;
      }
      created += was == null ? 1 : 0;
      ids.add(id);
      versions.add(was == null ? 1L : was.version() + 1);
      messages.add(message);
      return true;
    }

    String[] ids() {
      return ids.toArray(String[]::new);
    }

    Long[] versions() {
      return versions.toArray(Long[]::new);
    }

    byte[][] bodies() {
      return messages.stream().map(Message::toByteArray).toArray(byte[][]::new);
    }

    Written written() {
      return new Written(created, ids.size() - created, unchanged, List.copyOf(ids));
    }
  }
}
