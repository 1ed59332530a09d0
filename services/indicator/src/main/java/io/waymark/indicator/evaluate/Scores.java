package io.waymark.indicator.evaluate;

import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScoreInput;
import io.waymark.proto.indicator.v1.ScoreOf;
import io.waymark.proto.indicator.v1.ScorePart;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.rulebooks.scoring.Fact;
import io.waymark.rulebooks.scoring.Scheme;
import io.waymark.rulebooks.scoring.Scoring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scores of a plan, its fields and its bureaus. */
final class Scores {
  private static final Comparator<Score> BEST_FIRST =
      Comparator.comparing((Score score) -> score.getValue().isEmpty())
          .thenComparing(Scores::value, Comparator.reverseOrder())
          .thenComparing(Score::getScoreId);

  private final List<Fact> facts;
  private final LocalDate asOf;

  Scores(List<Fact> facts, LocalDate asOf) {
    this.facts = facts;
    this.asOf = asOf;
  }

  Score ofPlan(Scheme scheme, LocalizedText name) {
    return score(scheme, facts, ScoreOf.SCORE_OF_PLAN, "").toBuilder().setName(name).build();
  }

  /** Ordered by field, ranked. */
  List<Score> ofFields(Scheme scheme) {
    List<Score> scores = of(scheme, ScoreOf.SCORE_OF_FIELD, Fact::field);
    return ranked(scores).stream().sorted(Comparator.comparing(Score::getSubjectId)).toList();
  }

  /** The best first. */
  List<Score> ofBureaus(Scheme scheme, Map<String, LocalizedText> names) {
    return ranked(of(scheme, ScoreOf.SCORE_OF_BUREAU, Fact::bureau)).stream()
        .map(score ->
            names.containsKey(score.getSubjectId())
                ? score.toBuilder().setName(names.get(score.getSubjectId())).build()
                : score)
        .toList();
  }

  private List<Score> of(Scheme scheme, ScoreOf of, Function<Fact, String> group) {
    Map<String, List<Fact>> byGroup = facts.stream().collect(Collectors.groupingBy(group));
    return new TreeSet<>(byGroup.keySet())
        .stream()
            .filter(id -> !id.isEmpty())
            .map(id -> score(scheme, byGroup.getOrDefault(id, List.of()), of, id))
            .toList();
  }

  /** Places, the best first; equal scores share one. */
  private static List<Score> ranked(List<Score> scores) {
    List<Score> ranked = new ArrayList<>();
    for (Score score : scores.stream().sorted(BEST_FIRST).toList()) {
      int place = ranked.size() + 1;
      boolean same = !ranked.isEmpty() && ranked.getLast().getValue().equals(score.getValue());
      int rank = score.getValue().isEmpty() ? 0 : same ? ranked.getLast().getRank() : place;
      ranked.add(score.toBuilder().setRank(rank).build());
    }
    return ranked;
  }

  private static BigDecimal value(Score score) {
    return score.getValue().isEmpty() ? BigDecimal.ZERO : new BigDecimal(score.getValue());
  }

  static String id(ScoreOf of, String subject) {
    return switch (of) {
      case SCORE_OF_PLAN, SCORE_OF_UNSPECIFIED, UNRECOGNIZED -> "index";
      case SCORE_OF_FIELD -> "field:" + subject;
      case SCORE_OF_BUREAU -> "bureau:" + subject;
    };
  }

  private Score score(Scheme scheme, List<Fact> of, ScoreOf kind, String subject) {
    io.waymark.rulebooks.scoring.Score scored = new Scoring(scheme, asOf).of(of);
    Score.Builder score =
        Score.newBuilder()
            .setScoreId(id(kind, subject))
            .setOf(kind)
            .setSubjectId(subject)
            .setKnownWeight(SchemeMessages.plain(scored.known()));
    if (scored.value() != null) {
      score.setValue(scored.value().toPlainString());
    }
    scored.parts().forEach(part -> score.addParts(part(part)));
    return score.build();
  }

  private static ScorePart part(io.waymark.rulebooks.scoring.Score.Part part) {
    ScorePart.Builder message =
        ScorePart.newBuilder()
            .setComponentId(part.component().id())
            .setWeight(SchemeMessages.plain(part.component().weight()))
            .setEffectiveWeight(SchemeMessages.plain(part.effective()))
            .setAmount(SchemeMessages.plain(part.amount()))
            .setInputWeight(SchemeMessages.plain(part.weight()))
            .setInputCount(part.inputs().size())
            .setLeftOut(part.leftOut());
    if (part.value() != null) {
      message.setValue(part.value().toPlainString());
    }
    if (part.points() != null) {
      message.setPoints(SchemeMessages.plain(part.points()));
    }
    part.inputs()
        .forEach(input ->
            message.addInputs(
                ScoreInput.newBuilder()
                    .setSubject(input.subject())
                    .setLabel(SchemeMessages.text(input.label()))
                    .setAmount(SchemeMessages.plain(input.amount()))
                    .setWeight(SchemeMessages.plain(input.weight()))));
    return message.build();
  }
}
