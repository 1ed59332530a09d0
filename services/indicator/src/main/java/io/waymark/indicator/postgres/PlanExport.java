package io.waymark.indicator.postgres;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.type.v1.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/** Gives back what a plan pack said; writes nothing. */
public final class PlanExport {
  private final DSLContext db;

  /** Creates the query. */
  public PlanExport(DSLContext db) {
    this.db = db;
  }

  /** All of one plan, read at one moment. */
  public ExportPlanResponse of(String planId) {
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      tx.execute("set transaction isolation level repeatable read, read only");
      return read(tx, planId);
    });
  }

  private static ExportPlanResponse read(DSLContext tx, String planId) {
    PackRecords records = new PackRecords(tx, planId);
    return ExportPlanResponse.newBuilder()
        .setPlan(plan(tx, planId))
        .addAllIndicators(indicators(tx, planId))
        .addAllRevisions(revisions(tx, planId))
        .addAllFigures(figures(tx, planId))
        .addAllNotes(records.notes())
        .addAllDecompositions(records.decompositions())
        .build();
  }

  private static Plan plan(DSLContext tx, String planId) {
    return tx.fetchOptional(
            "select v.body from plan join plan_version v using (plan_id, version) where plan_id = ?",
            planId)
        .map(r -> Bytes.parse(Plan.parser(), r.get(0, byte[].class)))
        .orElseThrow(() -> Failure.notFound("plan", planId));
  }

  private static List<Indicator> indicators(DSLContext tx, String planId) {
    Map<String, List<Target>> stated = new HashMap<>();
    tx.fetch(
            """
            select t.indicator_id, v.* from target t cross join lateral (
              select %s from target_version
              where plan_id = t.plan_id and target_id = t.target_id and document = ''
              order by version desc limit 1) v
            where t.plan_id = ? order by t.due, t.target_id
            """
                .formatted(TargetVersions.COLUMNS),
            planId)
        .forEach(r ->
            stated
                .computeIfAbsent(r.get(0, String.class), id -> new ArrayList<>())
                .add(TargetVersions.read(r)));
    return tx
        .fetch(
            """
            select v.body from indicator join indicator_version v using (plan_id, indicator_id, version)
            where plan_id = ?
            """,
            planId)
        .map(r -> Bytes.parse(Indicator.parser(), r.get(0, byte[].class)))
        .stream()
        .map(indicator ->
            indicator.toBuilder()
                .addAllTargets(stated.getOrDefault(indicator.getIndicatorId(), List.of()))
                .build())
        .sorted(Comparator.comparing(Indicator::getIndicatorId))
        .toList();
  }

  private static List<Target> revisions(DSLContext tx, String planId) {
    return tx.fetch(
            """
            select %s from target_version where plan_id = ? and document <> ''
            order by target_id collate "C", version
            """
                .formatted(TargetVersions.COLUMNS),
            planId)
        .map(TargetVersions::read);
  }

  /** What bureaus report is no part of a plan; a newer published figure replaces an older one. */
  private static List<Observation> figures(DSLContext tx, String planId) {
    Map<String, Observation> last = new HashMap<>();
    tx
        .fetch("select body from observation where plan_id = ? order by seq", planId)
        .map(r -> Bytes.parse(Observation.parser(), r.get(0, byte[].class)))
        .stream()
        .filter(PlanExport::isPublished)
        .forEach(o -> last.put(o.getIndicatorId() + "/" + o.getPeriodEnd(), o));
    return last.keySet().stream().sorted().map(last::get).map(Objects::requireNonNull).toList();
  }

  private static boolean isPublished(Observation observation) {
    return observation.getProvenance() == Provenance.PROVENANCE_PUBLISHED
        || observation.getProvenance() == Provenance.PROVENANCE_ASSUMED;
  }
}
