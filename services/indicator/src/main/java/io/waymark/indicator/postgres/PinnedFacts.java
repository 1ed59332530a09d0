package io.waymark.indicator.postgres;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Versions;
import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.PinnedPart;
import io.waymark.proto.indicator.v1.PinnedVersion;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.ProjectState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/**
 * Loads exactly what a stored judgement pins. When something was recorded does not matter here: a
 * fact may have been recorded before the judgement and committed after it.
 */
final class PinnedFacts {
  private static final Pattern OBSERVATION_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final DSLContext db;
  private final String planId;
  private final String indicatorId;
  private final Pins pins;

  /** What a judgement pins is not there. */
  static final class MissingException extends Exception {
    private final String what;

    MissingException(String what) {
      super(what);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  private PinnedFacts(DSLContext db, String planId, String indicatorId, Pins pins) {
    this.db = db;
    this.planId = planId;
    this.indicatorId = indicatorId;
    this.pins = pins;
  }

  /** The facts of a judgement, with the one target that was judged. */
  static Facts of(DSLContext db, Judgement judgement) throws MissingException {
    Map<String, Long> targets = new TreeMap<>();
    if (judgement.getKind() == SubjectKind.SUBJECT_KIND_TARGET) {
      targets.put(judgement.getSubjectId(), (long) judgement.getPins().getTargetVersion());
    }
    return new PinnedFacts(
            db, judgement.getPlanId(), judgement.getIndicatorId(), judgement.getPins())
        .load(targets);
  }

  private Facts load(Map<String, Long> judged) throws MissingException {
    Map<String, Long> plans = versions(PinnedKind.PINNED_KIND_PLAN);
    Map<String, Long> bureaus = versions(PinnedKind.PINNED_KIND_BUREAU);
    Map<String, Long> indicatorVersions = versions(PinnedKind.PINNED_KIND_INDICATOR);
    Map<String, Long> projectVersions = versions(PinnedKind.PINNED_KIND_PROJECT);
    long planVersion = plans.getOrDefault(planId, 0L);
    Plan plan = one("plan_version", "plan_id", Plan.parser(), planId, planVersion);
    Map<String, Indicator> indicators = new TreeMap<>();
    for (var pin : indicatorVersions.entrySet()) {
      indicators.put(pin.getKey(), indicator(pin.getKey(), pin.getValue(), judged));
    }
    Map<String, Bureau> names = new TreeMap<>();
    for (var pin : bureaus.entrySet()) {
      names.put(pin.getKey(), bureau(pin.getKey(), pin.getValue()));
    }
    Map<String, ProjectState> projects = projects(projectVersions);
    Map<String, List<Observation>> places = observations();
    Map<String, List<Observation>> observations = new HashMap<>();
    for (Indicator indicator : indicators.values()) {
      for (String id : List.of(indicator.getIndicatorId(), indicator.getFollowsIndicatorId())) {
        List<Observation> figures = places.remove(Comparables.place(planId, id));
        if (figures != null) {
          observations.put(id, figures);
        }
      }
    }
    Map<String, Facts> parts = parts();
    allInputs(List.of(observations, places), projects, parts);
    places.values().removeIf(figures -> !comparable(figures));
    return new Facts(
        plan,
        rulebook(),
        indicators,
        observations,
        projects,
        Map.of(indicatorId, List.copyOf(projectVersions.keySet())),
        FactsLoader.names(names),
        Map.of(indicatorId, List.copyOf(places.values())),
        new Versions(planVersion, indicatorVersions, bureaus),
        parts,
        AnnualSteps.pinned(db, pins, judged.keySet()));
  }

  private Rulebook rulebook() throws MissingException {
    return new RulebookStore(db)
        .pinned(pins.getRulebook(), pins.getRulebookVersion())
        .orElseThrow(() ->
            new MissingException(
                "rulebook " + pins.getRulebook() + " v" + pins.getRulebookVersion()));
  }

  private Map<String, Facts> parts() throws MissingException {
    Map<String, Facts> parts = new TreeMap<>();
    for (PinnedPart part : pins.getPartsList()) {
      Facts its =
          new PinnedFacts(db, part.getPlanId(), part.getIndicatorId(), part.getPins())
              .load(Map.of());
      parts.merge(part.getPlanId(), its, Facts::and);
    }
    return parts;
  }

  /** Where parts are pinned, their figures are among the inputs without being a place's. */
  private boolean comparable(List<Observation> place) {
    return (pins.getPartsCount() == 0 && pins.getReferenceIdsCount() == 0)
        || place.stream()
            .anyMatch(one -> pins.getReferenceIdsList().contains(one.getObservationId()));
  }

  private Map<String, Long> versions(PinnedKind kind) {
    return pins.getVersionsList().stream()
        .filter(pin -> pin.getKind() == kind && pin.getPlanId().isEmpty())
        .collect(toMap(PinnedVersion::getId, PinnedVersion::getVersion, (a, b) -> b, TreeMap::new));
  }

  /** The definition with the targets that were judged, or that stand beside. */
  private Indicator indicator(String id, long version, Map<String, Long> judged)
      throws MissingException {
    Indicator defined = one("indicator_version", "indicator_id", Indicator.parser(), id, version);
    if (!id.equals(indicatorId)) {
      return defined;
    }
    if (defined.hasRollsUp() && pins.getPartsCount() == 0) {
      throw new MissingException("parts of " + id);
    }
    Map<String, Long> all = new TreeMap<>(versions(PinnedKind.PINNED_KIND_TARGET));
    all.putAll(judged);
    List<Target> targets = new ArrayList<>();
    for (var pin : all.entrySet()) {
      targets.add(target(pin.getKey(), pin.getValue().intValue()));
    }
    targets.sort(comparing(Target::getDue).thenComparing(Target::getTargetId));
    return defined.toBuilder().addAllTargets(targets).build();
  }

  private Target target(String id, int version) throws MissingException {
    return new TargetVersions(db, planId)
        .version(id, version)
        .orElseThrow(() -> new MissingException("target_id " + id + " v" + version));
  }

  private <T extends Message> T one(
      String table, String column, Parser<T> parser, String id, long version)
      throws MissingException {
    return db.fetchOptional(
            "select body from %s where plan_id = ? and %s = ? and version = ?"
                .formatted(table, column),
            planId,
            id,
            version)
        .map(r -> Bytes.parse(parser, r.get(0, byte[].class)))
        .orElseThrow(() -> new MissingException(column + " " + id + " v" + version));
  }

  private Bureau bureau(String id, long version) throws MissingException {
    return db.fetchOptional(
            "select body from bureau_version where bureau_id = ? and version = ?", id, version)
        .map(r -> Bytes.parse(Bureau.parser(), r.get(0, byte[].class)))
        .orElseThrow(() -> new MissingException("bureau_id " + id + " v" + version));
  }

  private Map<String, ProjectState> projects(Map<String, Long> pins) throws MissingException {
    Map<String, ProjectState> found = new TreeMap<>();
    db.fetch(
            """
            select v.project_id, v.body
            from unnest(?::text[], ?::bigint[]) as w(project_id, version)
            join project_version v using (project_id, version) where v.plan_id = ?
            """,
            pins.keySet().toArray(String[]::new),
            pins.values().toArray(Long[]::new),
            planId)
        .forEach(r ->
            found.put(
                r.get(0, String.class),
                Bytes.parse(ProjectState.parser(), r.get(1, byte[].class))));
    for (var pin : pins.entrySet()) {
      if (!found.containsKey(pin.getKey())) {
        throw new MissingException("project_id " + pin.getKey() + " v" + pin.getValue());
      }
    }
    return found;
  }

  /**
   * By place, in the order of places: those of comparable places are pinned beside one's own. Ids
   * that are no observation's are reports': those rest in the versions of their projects.
   */
  private Map<String, List<Observation>> observations() {
    List<String> ids =
        pins.getInputIdsList().stream().filter(id -> OBSERVATION_ID.matcher(id).matches()).toList();
    Map<String, List<Observation>> found = new TreeMap<>();
    db.fetch(
            """
            select plan_id, indicator_id, body from observation
            where observation_id = any(?) order by plan_id, indicator_id, period_end, seq
            """,
            (Object) ids.stream().map(UUID::fromString).toArray(UUID[]::new))
        .forEach(r ->
            found
                .computeIfAbsent(
                    Comparables.place(r.get(0, String.class), r.get(1, String.class)),
                    place -> new ArrayList<>())
                .add(Bytes.parse(Observation.parser(), r.get(2, byte[].class))));
    return found;
  }

  private void allInputs(
      List<Map<String, List<Observation>>> figures,
      Map<String, ProjectState> projects,
      Map<String, Facts> parts)
      throws MissingException {
    Set<String> there = new HashSet<>();
    figures.forEach(
        some -> some.values().forEach(list -> list.forEach(o -> there.add(o.getObservationId()))));
    addReports(projects, there);
    parts.values().forEach(part -> addReports(part, there));
    for (String id : pins.getInputIdsList()) {
      if (!there.contains(id)) {
        throw new MissingException("input " + id);
      }
    }
  }

  private static void addReports(Facts part, Set<String> ids) {
    addReports(part.projects(), ids);
    part.parts().values().forEach(deeper -> addReports(deeper, ids));
  }

  private static void addReports(Map<String, ProjectState> projects, Set<String> ids) {
    projects.values().forEach(p -> p.getReportsList().forEach(r -> ids.add(r.getReportId())));
    projects.values().forEach(p -> p.getPhaseMovesList().forEach(m -> ids.add(m.getMoveId())));
  }
}
