package io.waymark.indicator.postgres;

import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.domain.decomposition.PlanFamily;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** Reads a plan with those around it: parent, children, and whichever its targets name. */
public final class PlanFamilies {
  private final DSLContext db;

  /** Creates the query. */
  public PlanFamilies(DSLContext db) {
    this.db = db;
  }

  /** The family of one plan, with the targets that are in force today. */
  public PlanFamily of(String planId, LocalDate today) {
    Queries queries = new Queries(db);
    Map<String, Plan> plans = new HashMap<>();
    queries.plans().forEach(plan -> plans.put(plan.getPlanId(), plan));
    Plan plan = plans.get(planId);
    if (plan == null) {
      throw Failure.notFound("plan", planId);
    }
    PlanFamily family = new PlanFamily(plan, bureaus(), contributors(planId));
    Set<String> wanted = new TreeSet<>(Set.of(planId, plan.getParentPlanId()));
    plans.values().stream()
        .filter(other -> other.getParentPlanId().equals(planId))
        .forEach(child -> wanted.add(child.getPlanId()));
    List<Indicator> own = queries.indicators(planId, today);
    List<Decomposition> shares = new PackRecords(db, planId).decompositions();
    wanted.addAll(named(own, shares));
    for (String id : wanted) {
      Plan other = plans.get(id);
      if (other != null) {
        boolean self = id.equals(planId);
        family.add(
            other,
            self ? own : queries.indicators(id, today),
            self ? shares : new PackRecords(db, id).decompositions());
      }
    }
    return family;
  }

  private static Set<String> named(Collection<Indicator> own, List<Decomposition> shares) {
    Set<String> named = new TreeSet<>();
    for (Indicator indicator : own) {
      indicator.getRollsUp().getPartsList().stream().map(RollUpPart::getPlanId).forEach(named::add);
      indicator.getTargetsList().stream()
          .filter(Target::hasServes)
          .forEach(target -> named.add(target.getServes().getPlanId()));
    }
    for (Decomposition decomposition : shares) {
      decomposition.getSharesList().stream().map(Share::getChildPlanId).forEach(named::add);
    }
    return named;
  }

  private Map<String, Bureau> bureaus() {
    Map<String, Bureau> bureaus = new HashMap<>();
    db.fetch("select bureau_id, body from bureau")
        .forEach(r ->
            bureaus.put(
                r.get(0, String.class), Bytes.parse(Bureau.parser(), r.get(1, byte[].class))));
    return bureaus;
  }

  /** By indicator: who leads the projects that feed it by what is known now. */
  private Map<String, Set<String>> contributors(String planId) {
    Map<String, Set<String>> contributors = new HashMap<>();
    db.fetch(
            """
            select v.body from project p join project_version v using (plan_id, project_id, version)
            where p.plan_id = ? and exists (
              select 1 from feeds f where f.plan_id = p.plan_id and f.project_id = p.project_id)
            """,
            planId)
        .forEach(r -> {
          var project =
              Bytes.parse(
                      io.waymark.proto.registry.v1.ProjectState.parser(),
                      Objects.requireNonNull(r.get(0, byte[].class)))
                  .getProject();
          project
              .getContributionsList()
              .forEach(c ->
                  contributors
                      .computeIfAbsent(c.getIndicatorId(), id -> new TreeSet<>())
                      .add(project.getLeadBureauId()));
        });
    return contributors;
  }
}
