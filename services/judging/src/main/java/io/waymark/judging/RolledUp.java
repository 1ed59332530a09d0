package io.waymark.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The prospect of a whole, made of the judgements of its parts. */
final class RolledUp {
  private final RollUpQuestion question;
  private final List<Judged> parts = new ArrayList<>();

  /** A part with what was judged of it. */
  private record Judged(RollUpQuestion.Part part, double weight, TargetJudgement judgement) {
    boolean projected() {
      return judgement.outlook() != null && judgement.figures().expected() != null;
    }

    /** In the part's own unit. */
    double alone() {
      Double expected = judgement.figures().expected();
      return expected == null ? 0 : expected;
    }

    double expected() {
      return weight * alone();
    }

    /** Its own target in the whole's unit. */
    double aim() {
      Double gap = judgement.figures().expectedGap();
      return gap == null ? 0 : expected() - weight * gap;
    }

    double chance() {
      TargetOutlook outlook = judgement.outlook();
      return outlook == null || !part.aims() ? 0 : outlook.pMeet();
    }
  }

  RolledUp(RollUpQuestion question) {
    this.question = question;
    for (RollUpQuestion.Part part : question.parts()) {
      parts.add(new Judged(part, question.weight(part), judged(part)));
    }
  }

  private static TargetJudgement judged(RollUpQuestion.Part part) {
    RollUpQuestion madeUp = part.madeUp();
    return madeUp == null ? Judge.target(part.question()) : Judge.rollUp(madeUp);
  }

  /** Parts whose figure cannot be projected; the whole cannot be rolled up while there is one. */
  List<String> missing() {
    return parts.stream()
        .filter(judged -> !judged.projected())
        .map(judged -> judged.part().key())
        .toList();
  }

  List<String> inputIds() {
    return parts.stream().flatMap(judged -> judged.judgement().pins().inputIds().stream()).toList();
  }

  boolean simulated() {
    return parts.stream().anyMatch(judged -> judged.judgement().simulated());
  }

  boolean assumed() {
    return parts.stream().anyMatch(judged -> judged.judgement().assumed());
  }

  Prospect prospect(TargetShape shape, int digits, Trace trace) {
    RollUp due = RollUp.of(projections(question.target().due(), false));
    double expected = 0;
    for (Judged judged : parts) {
      expected += judged.expected();
      trace.add(
          "projection",
          new Text("分项 " + judged.part().key(), "Part " + judged.part().key()),
          Numbers.fixed(judged.weight(), 3) + " × " + Numbers.fixed(judged.alone(), digits),
          Text.same(Numbers.fixed(judged.expected(), digits)));
    }
    double gap = expected - shape.threshold();
    String correlation = Numbers.fixed(RollUp.CORRELATION, 1);
    trace.add(
        "projection",
        Words.EXPECTED,
        "Σ = " + Numbers.fixed(expected, digits),
        new Text(
            "各分项同涨同落的相关系数取 " + correlation, "correlation between parts taken as " + correlation));
    double chance = shape.chance(due::below);
    trace.add(
        "projection",
        Words.CHANCE,
        "P = " + Numbers.percent(chance, 1) + " %",
        Text.same(Numbers.percent(chance, 1) + " %"));
    TargetOutlook outlook =
        new TargetOutlook(
            chance, due.quantiles(floor(), ceiling()), due.tails(floor(), ceiling()), fan(due));
    return new Prospect(outlook, expected, gap, causes(shape, expected, gap));
  }

  private double floor() {
    return question.target().measure().bounded() ? 0 : Double.NEGATIVE_INFINITY;
  }

  private double ceiling() {
    return question.target().measure().bounded() ? 100 : Double.POSITIVE_INFINITY;
  }

  private List<PartProjection> projections(LocalDate date, boolean inFan) {
    List<PartProjection> projections = new ArrayList<>();
    for (Judged judged : parts) {
      TargetOutlook outlook = judged.judgement().outlook();
      if (outlook != null) {
        Quantiles at = inFan ? at(outlook, date) : outlook.atDue();
        projections.add(new PartProjection(judged.weight(), at));
      }
    }
    return projections;
  }

  /** The part's fan on a date: the last point not after it, else the first. */
  private static Quantiles at(TargetOutlook outlook, LocalDate date) {
    FanPoint found = outlook.fan().getFirst();
    for (FanPoint point : outlook.fan()) {
      found = point.date().isAfter(date) ? found : point;
    }
    return found.quantiles();
  }

  private List<FanPoint> fan(RollUp due) {
    List<FanPoint> fan = new ArrayList<>();
    TargetQuestion whole = question.target();
    for (LocalDate date : FanDates.between(whole.asOf(), whole.due())) {
      RollUp then = RollUp.coarse(projections(date, true));
      fan.add(new FanPoint(date, then.quantiles(floor(), ceiling())));
    }
    fan.add(new FanPoint(whole.due(), due.quantiles(floor(), ceiling())));
    return fan;
  }

  /**
   * Each part's expected gap to its share of the target: its own target, where it has one; those
   * without share what the others leave, in proportion to what they are expected to reach. What all
   * targets of parts together lack of the whole's stands apart. Together they are the whole's gap.
   */
  private List<Cause> causes(TargetShape shape, double expected, double gap) {
    double aimed = 0;
    double reached = 0;
    for (Judged judged : parts) {
      aimed += judged.part().aims() ? judged.aim() : 0;
      reached += judged.part().aims() ? judged.expected() : 0;
    }
    double rest = shape.threshold() - aimed;
    double others = expected - reached;
    boolean shared = parts.stream().anyMatch(judged -> !judged.part().aims());
    List<Cause> causes = new ArrayList<>();
    double told = 0;
    for (Judged judged : parts) {
      double share =
          judged.part().aims()
              ? judged.aim()
              : others == 0 ? rest / parts.size() : rest * judged.expected() / others;
      double amount = judged.expected() - share;
      told += amount;
      causes.add(
          new Cause(
              judged.part().key(),
              amount == 0 ? 0 : amount,
              judged.chance(),
              null,
              judged.expected(),
              judged.judgement().assumed(),
              judged.judgement().simulated()));
    }
    if (!shared || others == 0) {
      causes.add(new Cause(null, gap - told, 0, null, 0, false, false));
    }
    causes.sort(Comparator.comparingDouble(cause -> shape.sign() * cause.amount()));
    return causes;
  }
}
