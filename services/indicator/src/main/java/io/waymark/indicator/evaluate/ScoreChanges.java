package io.waymark.indicator.evaluate;

import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScoreChange;
import io.waymark.proto.indicator.v1.ScoreOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How scores changed. */
final class ScoreChanges {
  private ScoreChanges() {}

  /** The index, then fields, then bureaus. Scores of different schemes have no difference. */
  static List<ScoreChange> of(
      Evaluation before, Evaluation after, boolean sameScorecard, boolean sameIndex) {
    Map<String, Score> was = byId(before);
    Map<String, Score> is = byId(after);
    Map<String, Score> all = new TreeMap<>(was);
    all.putAll(is);
    List<ScoreChange> changes = new ArrayList<>();
    for (ScoreOf of :
        List.of(ScoreOf.SCORE_OF_PLAN, ScoreOf.SCORE_OF_FIELD, ScoreOf.SCORE_OF_BUREAU)) {
      boolean comparable = of == ScoreOf.SCORE_OF_BUREAU ? sameScorecard : sameIndex;
      all.forEach((id, score) -> {
        if (score.getOf() == of) {
          changes.add(change(score, was.get(id), is.get(id), comparable));
        }
      });
    }
    return changes;
  }

  private static Map<String, Score> byId(Evaluation evaluation) {
    Map<String, Score> byId = new TreeMap<>();
    byId.put(evaluation.getIndex().getScoreId(), evaluation.getIndex());
    evaluation.getFieldsList().forEach(score -> byId.put(score.getScoreId(), score));
    evaluation.getBureausList().forEach(score -> byId.put(score.getScoreId(), score));
    return byId;
  }

  private static ScoreChange change(
      Score told, @Nullable Score before, @Nullable Score after, boolean comparable) {
    String was = before == null ? "" : before.getValue();
    String is = after == null ? "" : after.getValue();
    ScoreChange.Builder change =
        ScoreChange.newBuilder()
            .setScoreId(told.getScoreId())
            .setOf(told.getOf())
            .setSubjectId(told.getSubjectId())
            .setBefore(was)
            .setAfter(is);
    if (told.hasName()) {
      change.setName(told.getName());
    }
    if (comparable && !was.isEmpty() && !is.isEmpty()) {
      change.setDifference(new BigDecimal(is).subtract(new BigDecimal(was)).toPlainString());
    }
    return change.build();
  }
}
