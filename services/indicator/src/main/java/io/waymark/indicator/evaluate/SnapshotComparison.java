package io.waymark.indicator.evaluate;

import io.waymark.proto.indicator.v1.ChangeKind;
import io.waymark.proto.indicator.v1.ChangeSum;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SubjectChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed from one snapshot to a later one. */
public final class SnapshotComparison {
  /**
   * A snapshot's content.
   *
   * @param judgements ordered by kind, then by subject
   */
  public record Frozen(Evaluation evaluation, List<Judgement> judgements) {
    /** Copies the judgements. */
    public Frozen {
      judgements = List.copyOf(judgements);
    }

    Snapshot snapshot() {
      return evaluation.getSnapshot();
    }
  }

  private SnapshotComparison() {}

  /**
   * Compares two snapshots.
   *
   * @param all subjects in which nothing differs, too
   */
  public static CompareSnapshotsResponse of(Frozen before, Frozen after, boolean all) {
    List<SubjectChange> changes = changes(before.judgements(), after.judgements());
    Snapshot was = before.snapshot();
    Snapshot is = after.snapshot();
    boolean sameScorecard = was.getScorecard().equals(is.getScorecard());
    boolean sameIndex = was.getIndex().equals(is.getIndex());
    return CompareSnapshotsResponse.newBuilder()
        .setBefore(was)
        .setAfter(is)
        .addAllChanges(
            changes.stream()
                .filter(change -> all || change.getChange() != ChangeKind.CHANGE_KIND_SAME)
                .sorted(
                    Comparator.comparingInt(SnapshotComparison::urgency)
                        .thenComparingInt(SubjectChange::getKindValue)
                        .thenComparing(SubjectChange::getSubjectId))
                .toList())
        .setTotal(sum("", changes))
        .addAllByField(sums(changes, SubjectChange::getCategory, false))
        .addAllByBureau(sums(changes, SubjectChange::getLeadBureauId, true))
        .addAllScores(
            ScoreChanges.of(before.evaluation(), after.evaluation(), sameScorecard, sameIndex))
        .setScorecardsComparable(sameScorecard)
        .setIndexesComparable(sameIndex)
        .setSameRulebook(
            was.getRulebook().equals(is.getRulebook())
                && was.getRulebookVersion() == is.getRulebookVersion())
        .build();
  }

  private static int urgency(SubjectChange change) {
    return switch (change.getChange()) {
      case CHANGE_KIND_WORSE -> 0;
      case CHANGE_KIND_BETTER -> 1;
      case CHANGE_KIND_OTHER_LIGHT -> 2;
      case CHANGE_KIND_APPEARED -> 3;
      case CHANGE_KIND_GONE -> 4;
      case CHANGE_KIND_FIGURES -> 5;
      case CHANGE_KIND_SAME, CHANGE_KIND_UNSPECIFIED, UNRECOGNIZED -> 6;
    };
  }

  private static List<SubjectChange> changes(List<Judgement> before, List<Judgement> after) {
    Map<String, Judgement> was = byKey(before);
    Map<String, Judgement> is = byKey(after);
    return Stream.concat(was.keySet().stream(), is.keySet().stream())
        .distinct()
        .sorted()
        .map(key -> SubjectChanges.of(was.get(key), is.get(key)))
        .toList();
  }

  private static Map<String, Judgement> byKey(List<Judgement> judgements) {
    Map<String, Judgement> byKey = new HashMap<>();
    judgements.forEach(judgement ->
        byKey.put(judgement.getKindValue() + "/" + judgement.getSubjectId(), judgement));
    return byKey;
  }

  private static List<ChangeSum> sums(
      List<SubjectChange> changes, Function<SubjectChange, String> by, boolean named) {
    Map<String, List<SubjectChange>> groups =
        changes.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    List<ChangeSum> sums = new ArrayList<>();
    groups.forEach((id, group) -> {
      ChangeSum.Builder sum = sum(id, group).toBuilder();
      if (named && group.getFirst().hasLeadBureauName()) {
        sum.setName(group.getFirst().getLeadBureauName());
      }
      sums.add(sum.build());
    });
    return sums;
  }

  private static ChangeSum sum(String id, List<SubjectChange> changes) {
    Map<ChangeKind, Long> counts =
        changes.stream()
            .collect(Collectors.groupingBy(SubjectChange::getChange, Collectors.counting()));
    return ChangeSum.newBuilder()
        .setId(id)
        .setBetter(count(counts, ChangeKind.CHANGE_KIND_BETTER))
        .setWorse(count(counts, ChangeKind.CHANGE_KIND_WORSE))
        .setOtherLight(count(counts, ChangeKind.CHANGE_KIND_OTHER_LIGHT))
        .setFigures(count(counts, ChangeKind.CHANGE_KIND_FIGURES))
        .setSame(count(counts, ChangeKind.CHANGE_KIND_SAME))
        .setAppeared(count(counts, ChangeKind.CHANGE_KIND_APPEARED))
        .setGone(count(counts, ChangeKind.CHANGE_KIND_GONE))
        .setBefore(
            Tallies.counts(
                lights(
                    changes,
                    SubjectChange::hasBefore,
                    c -> c.getBefore().getLights().getOverall())))
        .setAfter(
            Tallies.counts(
                lights(
                    changes, SubjectChange::hasAfter, c -> c.getAfter().getLights().getOverall())))
        .build();
  }

  private static int count(Map<ChangeKind, Long> counts, ChangeKind kind) {
    return counts.getOrDefault(kind, 0L).intValue();
  }

  private static List<Light> lights(
      List<SubjectChange> changes,
      java.util.function.Predicate<SubjectChange> there,
      Function<SubjectChange, Light> light) {
    return changes.stream().filter(there).map(light).toList();
  }
}
