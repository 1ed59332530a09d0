package io.waymark.indicator.postgres;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.judge.AnnualStep;
import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Versions;
import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.refusals.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Loads what is needed to judge some subjects of a plan, as known at an instant. */
public final class FactsLoader {
  private static final OffsetDateTime END_OF_TIME =
      OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

  private final DSLContext db;
  private final String planId;
  private final LocalDate asOf;
  private final OffsetDateTime knownAt;

  /**
   * Creates a loader.
   *
   * @param asOf targets in the versions that are in force on this day
   * @param knownAt only what was recorded until then; null for everything
   */
  public FactsLoader(DSLContext db, String planId, LocalDate asOf, @Nullable Instant knownAt) {
    this(db, planId, asOf, knownAt == null ? END_OF_TIME : knownAt.atOffset(ZoneOffset.UTC));
  }

  private FactsLoader(DSLContext db, String planId, LocalDate asOf, OffsetDateTime knownAt) {
    this.db = db;
    this.planId = planId;
    this.asOf = asOf;
    this.knownAt = knownAt;
  }

  /**
   * Loads the facts for the indicators, with whatever feeds or leads them, and for the projects.
   */
  public Facts load(Collection<String> indicatorIds, Collection<String> projectIds) {
    Map<String, Versioned<Indicator>> defined =
        versions("indicator", Indicator.parser(), new TreeSet<>(indicatorIds));
    Map<String, Indicator> indicators = withTargets(bodies(defined));
    Set<String> observed = new TreeSet<>(indicators.keySet());
    indicators.values().forEach(i -> observed.add(i.getFollowsIndicatorId()));
    Map<String, List<String>> candidates = everFed(indicators.keySet());
    Set<String> wanted = new TreeSet<>(projectIds);
    candidates.values().forEach(wanted::addAll);
    Map<String, ProjectState> projects = bodies(versions("project", ProjectState.parser(), wanted));
    Versioned<Plan> plan = plan();
    Map<String, Versioned<Bureau>> bureaus = bureaus(indicators.values(), projects.values());
    return new Facts(
        plan.body(),
        rulebook(plan.body()),
        indicators,
        observations(observed),
        projects,
        feeders(candidates, projects),
        names(bodies(bureaus)),
        new Comparables(db, planId, knownAt).of(indicators.values()),
        new Versions(plan.version(), numbers(defined), numbers(bureaus)),
        parts(indicators.values()),
        steps(plan.body(), indicators.values()));
  }

  /** By target: targets of annual plans that its schedule goes through. */
  Map<String, List<AnnualStep>> steps(Plan plan, Collection<Indicator> indicators) {
    return new AnnualSteps(db, asOf, knownAt).to(plan, indicators);
  }

  /** By plan: facts of the indicators that some indicators are made up of. */
  Map<String, Facts> parts(Collection<Indicator> indicators) {
    Map<String, Set<String>> byPlan = new TreeMap<>();
    for (Indicator indicator : indicators) {
      for (RollUpPart part : indicator.getRollsUp().getPartsList()) {
        byPlan
            .computeIfAbsent(part.getPlanId(), plan -> new TreeSet<>())
            .add(part.getIndicatorId());
      }
    }
    Map<String, Facts> parts = new HashMap<>();
    byPlan.forEach((plan, ids) -> {
      FactsLoader loader = new FactsLoader(db, plan, asOf, knownAt);
      if (loader.knowsPlan()) {
        parts.put(plan, loader.load(ids, Set.of()));
      }
    });
    return parts;
  }

  private boolean knowsPlan() {
    return db.fetchOptional(
            "select 1 from plan_version where plan_id = ? and recorded_at <= ?::timestamptz limit 1",
            planId,
            knownAt)
        .isPresent();
  }

  /** One version of something. */
  private record Versioned<T>(T body, long version) {}

  private static <T> Map<String, T> bodies(Map<String, Versioned<T>> versioned) {
    Map<String, T> bodies = new TreeMap<>();
    versioned.forEach((id, version) -> bodies.put(id, version.body()));
    return bodies;
  }

  private static <T> Map<String, Long> numbers(Map<String, Versioned<T>> versioned) {
    Map<String, Long> numbers = new TreeMap<>();
    versioned.forEach((id, version) -> numbers.put(id, version.version()));
    return numbers;
  }

  static Map<String, LocalizedText> names(Map<String, Bureau> bureaus) {
    Map<String, LocalizedText> names = new HashMap<>();
    bureaus.forEach((id, bureau) -> names.put(id, bureau.getName()));
    return names;
  }

  private Versioned<Plan> plan() {
    return db.fetchOptional(
            """
            select body, version from plan_version where plan_id = ? and recorded_at <= ?::timestamptz
            order by version desc limit 1
            """,
            planId,
            knownAt)
        .map(r ->
            new Versioned<>(
                Bytes.parse(Plan.parser(), r.get(0, byte[].class)), r.get(1, Long.class)))
        .orElseThrow(() -> Failure.notFound("plan", planId));
  }

  /** A rulebook that nobody knows is never replaced by another. */
  private Rulebook rulebook(Plan plan) {
    return new RulebookStore(db)
        .named(plan.getRulebook(), knownAt)
        .orElseThrow(
            () -> Failure.unavailable(Refused.RULEBOOK_UNKNOWN.with(plan.getRulebook()), null));
  }

  private Map<String, Indicator> withTargets(Map<String, Indicator> indicators) {
    Map<String, List<Target>> targets = new HashMap<>();
    db.fetch(
            """
            select t.indicator_id, v.*
            from target t cross join lateral (
              select %s from target_version
              where plan_id = t.plan_id and target_id = t.target_id
                and recorded_at <= ?::timestamptz and effective <= ?
              order by effective desc, version desc limit 1) v
            where t.plan_id = ? and t.indicator_id = any(?)
            order by t.due, t.target_id
            """
                .formatted(TargetVersions.COLUMNS),
            knownAt,
            asOf,
            planId,
            indicators.keySet().toArray(String[]::new))
        .forEach(r ->
            targets
                .computeIfAbsent(r.get(0, String.class), id -> new ArrayList<>())
                .add(TargetVersions.read(r)));
    indicators.replaceAll((id, indicator) ->
        indicator.toBuilder().addAllTargets(targets.getOrDefault(id, List.of())).build());
    return indicators;
  }

  private <T extends Message> Map<String, Versioned<T>> versions(
      String table, Parser<T> parser, Set<String> ids) {
    Map<String, Versioned<T>> found = new TreeMap<>();
    db.fetch(
            """
            select w.id, v.body, v.version from unnest(?::text[]) as w(id) cross join lateral (
              select body, version from %1$s_version
              where plan_id = ? and %1$s_id = w.id and recorded_at <= ?::timestamptz
              order by version desc limit 1) v
            """
                .formatted(table),
            ids.toArray(String[]::new),
            planId,
            knownAt)
        .forEach(r ->
            found.put(
                r.get(0, String.class),
                new Versioned<>(
                    Bytes.parse(parser, r.get(1, byte[].class)), r.get(2, Long.class))));
    return found;
  }

  private Map<String, List<Observation>> observations(Set<String> indicatorIds) {
    Map<String, List<Observation>> found = new HashMap<>();
    db.fetch(
            """
            select distinct on (indicator_id, period_end) indicator_id, body
            from observation
            where plan_id = ? and indicator_id = any(?) and recorded_at <= ?::timestamptz
            order by indicator_id, period_end, seq desc
            """,
            planId,
            indicatorIds.toArray(String[]::new),
            knownAt)
        .forEach(r ->
            found
                .computeIfAbsent(r.get(0, String.class), id -> new ArrayList<>())
                .add(Bytes.parse(Observation.parser(), r.get(1, byte[].class))));
    return found;
  }

  private Map<String, List<String>> everFed(Set<String> indicatorIds) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Record r :
        db.fetch(
            """
            select indicator_id, project_id from feeds
            where plan_id = ? and indicator_id = any(?) order by indicator_id, project_id
            """,
            planId,
            indicatorIds.toArray(String[]::new))) {
      found
          .computeIfAbsent(r.get(0, String.class), id -> new ArrayList<>())
          .add(r.get(1, String.class));
    }
    return found;
  }

  /** Of the projects that ever fed an indicator, those that do by the state that is in force. */
  private static Map<String, List<String>> feeders(
      Map<String, List<String>> candidates, Map<String, ProjectState> projects) {
    Map<String, List<String>> feeders = new HashMap<>();
    candidates.forEach((indicatorId, projectIds) ->
        feeders.put(
            indicatorId,
            projectIds.stream()
                .filter(projects::containsKey)
                .filter(id -> feeds(projects.get(id), indicatorId))
                .sorted() // the database may sort otherwise, and sums depend on the order
                .toList()));
    return feeders;
  }

  private static boolean feeds(@Nullable ProjectState state, String indicatorId) {
    return state != null
        && state.getProject().getContributionsList().stream()
            .anyMatch(c -> c.getIndicatorId().equals(indicatorId));
  }

  private Map<String, Versioned<Bureau>> bureaus(
      Collection<Indicator> indicators, Collection<ProjectState> projects) {
    Set<String> ids = new TreeSet<>();
    indicators.forEach(i -> ids.add(i.getLeadBureauId()));
    projects.forEach(p -> ids.add(p.getProject().getLeadBureauId()));
    Map<String, Versioned<Bureau>> found = new TreeMap<>();
    db.fetch(
            """
            select distinct on (bureau_id) bureau_id, body, version from bureau_version
            where bureau_id = any(?) and recorded_at <= ?::timestamptz
            order by bureau_id, version desc
            """,
            ids.toArray(String[]::new),
            knownAt)
        .forEach(r ->
            found.put(
                r.get(0, String.class),
                new Versioned<>(
                    Bytes.parse(Bureau.parser(), r.get(1, byte[].class)), r.get(2, Long.class))));
    return found;
  }
}
