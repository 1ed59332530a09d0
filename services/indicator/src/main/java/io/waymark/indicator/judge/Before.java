package io.waymark.indicator.judge;

import io.waymark.judging.Light;
import io.waymark.judging.Previous;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The judgements in force, as far as their lights may hold within the dead band. The band is
 * against figures that wobble, not against decisions and corrections: another rulebook, another
 * version of the target, or a figure that is no longer in force ends it.
 */
final class Before {
  private final Map<String, Judgement> inForce;
  private final Facts facts;
  private final boolean decided;
  private final Set<String> known = new HashSet<>();

  Before(Map<String, Judgement> inForce, Facts facts) {
    this(inForce, facts, false);
  }

  /** What a stored judgement pins as coming before it: that it counts was decided then. */
  static Before pinned(Map<String, Judgement> previous, Facts facts) {
    return new Before(previous, facts, true);
  }

  private Before(Map<String, Judgement> inForce, Facts facts, boolean decided) {
    this.inForce = Map.copyOf(inForce);
    this.facts = facts;
    this.decided = decided;
    if (!inForce.isEmpty()) {
      know(facts);
    }
  }

  private void know(Facts some) {
    some.observations().values().stream()
        .flatMap(List::stream)
        .forEach(observation -> known.add(observation.getObservationId()));
    some.comparables().values().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .forEach(observation -> known.add(observation.getObservationId()));
    some.projects().values().stream()
        .flatMap(state -> state.getReportsList().stream())
        .forEach(report -> known.add(report.getReportId()));
    some.projects().values().stream()
        .flatMap(state -> state.getPhaseMovesList().stream())
        .forEach(move -> known.add(move.getMoveId()));
    some.parts().values().forEach(this::know);
  }

  Previous of(SubjectKind kind, String subjectId, int targetVersion) {
    Judgement was = inForce.get(Judging.key(kind, subjectId));
    return was != null && (decided || holds(was.getPins(), targetVersion))
        ? previous(was)
        : Previous.NONE;
  }

  private boolean holds(Pins pins, int targetVersion) {
    return pins.getRulebook().equals(facts.rulebook().name())
        && pins.getRulebookVersion() == facts.rulebook().version()
        && pins.getTargetVersion() == targetVersion
        && known.containsAll(pins.getInputIdsList());
  }

  private static Previous previous(Judgement was) {
    Lights lights = was.getLights();
    return new Previous(
        was.getJudgementId(), light(lights.getPosition()), light(lights.getOutlook()));
  }

  private static Light light(io.waymark.proto.indicator.v1.Light light) {
    return Light.valueOf(light.name().substring("LIGHT_".length()));
  }
}
