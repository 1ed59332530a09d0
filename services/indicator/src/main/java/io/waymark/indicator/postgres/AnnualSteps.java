package io.waymark.indicator.postgres;

import io.waymark.indicator.domain.Lateness;
import io.waymark.indicator.judge.AnnualStep;
import io.waymark.indicator.postgres.PinnedFacts.MissingException;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.PinnedVersion;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The targets of annual plans through which the schedules of a longer plan's targets go. */
public final class AnnualSteps {
  private final DSLContext db;
  private final LocalDate asOf;
  private final OffsetDateTime knownAt;

  /** In the versions that are in force on a day, as known at an instant. */
  AnnualSteps(DSLContext db, LocalDate asOf, OffsetDateTime knownAt) {
    this.db = db;
    this.asOf = asOf;
    this.knownAt = knownAt;
  }

  /** By target id, first due first. */
  Map<String, List<AnnualStep>> to(Plan plan, Collection<Indicator> indicators) {
    Map<String, Indicator> served = new HashMap<>();
    indicators.forEach(indicator ->
        indicator.getTargetsList().forEach(t -> served.put(t.getTargetId(), indicator)));
    Map<String, List<AnnualStep>> steps = new HashMap<>();
    db.fetch(
            """
            select t.serves_target_id, p.body as plan_body, p.version as plan_version,
              i.body as indicator_body, v.*
            from target t
            cross join lateral (
              select %s from target_version
              where plan_id = t.plan_id and target_id = t.target_id
                and recorded_at <= ?::timestamptz and effective <= ?
              order by effective desc, version desc limit 1) v
            cross join lateral (
              select body, version from plan_version
              where plan_id = t.plan_id and recorded_at <= ?::timestamptz
              order by version desc limit 1) p
            cross join lateral (
              select body from indicator_version
              where plan_id = t.plan_id and indicator_id = t.indicator_id
                and recorded_at <= ?::timestamptz
              order by version desc limit 1) i
            where t.serves_plan_id = ? and t.serves_target_id = any(?) and t.plan_id <> ?
            order by t.due, t.plan_id, t.target_id
            """
                .formatted(TargetVersions.COLUMNS),
            knownAt,
            asOf,
            knownAt,
            knownAt,
            plan.getPlanId(),
            served.keySet().toArray(String[]::new),
            plan.getPlanId())
        .forEach(r -> add(r, plan, served, steps));
    return steps;
  }

  private static void add(
      Record r, Plan plan, Map<String, Indicator> served, Map<String, List<AnnualStep>> steps) {
    String id = Objects.requireNonNull(r.get(0, String.class));
    Target target = TargetVersions.read(r);
    TargetLink link = TargetLink.newBuilder().setPlanId(plan.getPlanId()).setTargetId(id).build();
    Indicator own = Bytes.parse(Indicator.parser(), r.get("indicator_body", byte[].class));
    AnnualStep step =
        new AnnualStep(
            Bytes.parse(Plan.parser(), r.get("plan_body", byte[].class)),
            r.get("plan_version", Long.class),
            target);
    if (target.getServes().equals(link)
        && step.marks(own, plan, Objects.requireNonNull(served.get(id)))) {
      steps.computeIfAbsent(id, any -> new ArrayList<>()).add(step);
    }
  }

  /** Those that a judgement pins: its pins of another plan than its own. */
  static Map<String, List<AnnualStep>> pinned(DSLContext db, Pins pins, Set<String> judged)
      throws MissingException {
    List<AnnualStep> steps = new ArrayList<>();
    Map<String, Plan> plans = new HashMap<>();
    Map<String, Long> versions = new HashMap<>();
    for (PinnedVersion pin : pins.getVersionsList()) {
      String planId = pin.getPlanId();
      if (!planId.isEmpty() && pin.getKind() == PinnedKind.PINNED_KIND_PLAN) {
        plans.put(planId, plan(db, planId, pin.getVersion()));
        versions.put(planId, pin.getVersion());
      } else if (!planId.isEmpty()) {
        steps.add(
            new AnnualStep(
                Objects.requireNonNull(plans.get(planId), planId),
                Objects.requireNonNull(versions.get(planId), planId),
                target(db, pin)));
      }
    }
    Map<String, List<AnnualStep>> byTarget = new HashMap<>();
    judged.stream().filter(id -> !steps.isEmpty()).forEach(id -> byTarget.put(id, steps));
    return byTarget;
  }

  private static Plan plan(DSLContext db, String planId, long version) throws MissingException {
    return db.fetchOptional(
            "select body from plan_version where plan_id = ? and version = ?", planId, version)
        .map(r -> Bytes.parse(Plan.parser(), r.get(0, byte[].class)))
        .orElseThrow(() -> new MissingException("plan_id " + planId + " v" + version));
  }

  private static Target target(DSLContext db, PinnedVersion pin) throws MissingException {
    return new TargetVersions(db, pin.getPlanId())
        .version(pin.getId(), pin.getVersion())
        .orElseThrow(
            () -> new MissingException("target_id " + pin.getId() + " v" + pin.getVersion()));
  }

  /**
   * Notes what the targets serve, also of those that did not change: they may have been written
   * before this was kept.
   */
  static void link(DSLContext tx, String planId, List<Indicator> indicators) {
    List<Target> targets =
        indicators.stream().flatMap(indicator -> indicator.getTargetsList().stream()).toList();
    tx.execute(
        """
        update target t set serves_plan_id = n.serves_plan_id, serves_target_id = n.serves_target_id
        from unnest(?::text[], ?::text[], ?::text[]) as n(target_id, serves_plan_id, serves_target_id)
        where t.plan_id = ? and t.target_id = n.target_id
          and (t.serves_plan_id, t.serves_target_id) <> (n.serves_plan_id, n.serves_target_id)
        """,
        targets.stream().map(Target::getTargetId).toArray(String[]::new),
        targets.stream().map(t -> t.getServes().getPlanId()).toArray(String[]::new),
        targets.stream().map(t -> t.getServes().getTargetId()).toArray(String[]::new),
        planId);
  }

  /**
   * Queues the indicators whose schedules go through the targets of others that changed.
   *
   * @param late since when what was held of them is to be judged anew; null: today only
   */
  public static void queue(
      DSLContext tx,
      String planId,
      Collection<String> indicatorIds,
      Trigger trigger,
      @Nullable Lateness late) {
    tx.execute(
        """
        insert into roll_up_due (plan_id, indicator_id, event_id, project_id, traceparent,
          late_from, late_zh, late_en)
        select distinct s.plan_id, s.indicator_id, ?, ?, ?, ?::date, ?, ?
        from target t join target s
          on s.plan_id = t.serves_plan_id and s.target_id = t.serves_target_id
        where t.plan_id = ? and t.indicator_id = any(?) and t.serves_plan_id not in ('', t.plan_id)
        """,
        trigger.eventId(),
        trigger.projectId(),
        trigger.traceparent(),
        late == null ? null : late.from(),
        late == null ? null : late.words().getZh(),
        late == null ? null : late.words().getEn(),
        planId,
        indicatorIds.toArray(String[]::new));
  }
}
