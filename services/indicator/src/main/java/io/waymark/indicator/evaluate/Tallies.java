package io.waymark.indicator.evaluate;

import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCounts;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Tally;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts of overall lights. */
final class Tallies {
  private Tallies() {}

  static Tally total(List<Judgement> judgements) {
    return tally("", judgements);
  }

  static List<Tally> byField(List<Judgement> judgements) {
    return grouped(judgements, Judgement::getCategory).entrySet().stream()
        .map(group -> tally(group.getKey(), group.getValue()))
        .toList();
  }

  static List<Tally> byBureau(List<Judgement> judgements) {
    Map<String, LocalizedText> names = bureauNames(judgements);
    return grouped(judgements, Judgement::getLeadBureauId).entrySet().stream()
        .map(group -> {
          LocalizedText name = names.get(group.getKey());
          Tally tally = tally(group.getKey(), group.getValue());
          return name == null ? tally : tally.toBuilder().setName(name).build();
        })
        .toList();
  }

  /** The bureaus' names as the judgements carry them. */
  static Map<String, LocalizedText> bureauNames(Collection<Judgement> judgements) {
    Map<String, LocalizedText> names = new TreeMap<>();
    judgements.stream()
        .filter(Judgement::hasLeadBureauName)
        .forEach(judgement ->
            names.putIfAbsent(judgement.getLeadBureauId(), judgement.getLeadBureauName()));
    return names;
  }

  private static Map<String, List<Judgement>> grouped(
      List<Judgement> judgements, Function<Judgement, String> by) {
    return judgements.stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private static Tally tally(String id, List<Judgement> judgements) {
    return Tally.newBuilder()
        .setId(id)
        .setTargets(counts(of(SubjectKind.SUBJECT_KIND_TARGET, judgements)))
        .setProjects(counts(of(SubjectKind.SUBJECT_KIND_PROJECT, judgements)))
        .build();
  }

  private static List<Light> of(SubjectKind kind, List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.getKind() == kind)
        .map(judgement -> judgement.getLights().getOverall())
        .toList();
  }

  static LightCounts counts(List<Light> lights) {
    LightCounts.Builder counts = LightCounts.newBuilder();
    for (Light light : lights) {
      switch (light) {
        case LIGHT_AHEAD -> counts.setAhead(counts.getAhead() + 1);
        case LIGHT_ON_TRACK -> counts.setOnTrack(counts.getOnTrack() + 1);
        case LIGHT_AT_RISK -> counts.setAtRisk(counts.getAtRisk() + 1);
        case LIGHT_OFF_TRACK -> counts.setOffTrack(counts.getOffTrack() + 1);
        case LIGHT_SUSPENDED -> counts.setSuspended(counts.getSuspended() + 1);
        case LIGHT_UNKNOWN, LIGHT_UNSPECIFIED, UNRECOGNIZED ->
            counts.setUnknown(counts.getUnknown() + 1);
      }
    }
    return counts.build();
  }
}
