package io.waymark.cli.foresight;

import io.waymark.judging.Judge;
import io.waymark.judging.Quantiles;
import io.waymark.judging.ReferenceClass;
import io.waymark.judging.Rulebook;
import io.waymark.judging.Tails;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetOutlook;
import io.waymark.judging.TargetQuestion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The projection of one question, ready to be written. */
final class Answer {
  static final List<String> COLUMNS =
      List.of(
          "id", "p_meet", "q025", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q975",
          "status");

  private static final MathContext DIGITS = new MathContext(10);

  private Answer() {}

  static List<String> of(Question question, ReferenceClass reference, Rulebook rulebook) {
    TargetJudgement judged = judged(question, reference, rulebook);
    TargetOutlook outlook = outlook(question, judged);
    Quantiles inner = outlook.atDue();
    Tails outer = outlook.tails();
    return List.of(
        question.id(),
        plain(outlook.pMeet()),
        plain(outer.p025()),
        plain(outer.p05()),
        plain(inner.p10()),
        plain(inner.p25()),
        plain(inner.p50()),
        plain(inner.p75()),
        plain(inner.p90()),
        plain(outer.p95()),
        plain(outer.p975()),
        judged.lights().outlook().name().toLowerCase(Locale.ROOT));
  }

  static TargetOutlook outlook(Question question, ReferenceClass reference, Rulebook rulebook) {
    return outlook(question, judged(question, reference, rulebook));
  }

  /** A question has a figure or a base, so there is something to project. */
  private static TargetOutlook outlook(Question question, TargetJudgement judged) {
    return Objects.requireNonNull(judged.outlook(), question.id());
  }

  private static TargetJudgement judged(
      Question question, ReferenceClass reference, Rulebook rulebook) {
    return Judge.target(
        TargetQuestion.of(question.measure(), question.comparator(), question.direction())
            .value(question.target())
            .base(question.base(), Question.endOf(question.baseYear()))
            .plan(
                Question.endOf(question.baseYear()).plusDays(1),
                Question.endOf(question.targetYear()))
            .figures(question.history())
            .reference(reference)
            .judgedBy(rulebook, question.lastDay()));
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
