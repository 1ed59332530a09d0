package io.waymark.indicator.judge;

import io.waymark.judging.Backtest;
import io.waymark.judging.BacktestScore;
import io.waymark.judging.Checked;
import io.waymark.judging.Direction;
import io.waymark.judging.Hindcasts;
import io.waymark.judging.Measure;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.CheckedShare;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ReliabilityPoint;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells how good judgements of one plan have been, by what its facts say came of them. */
public final class Checking {
  /** More questions than this are not asked of one plan. */
  private static final int MOST_QUESTIONS = 20_000;

  private static final int MOST_ORIGINS = 30;

  /** A stored judgement made within so many years before its target came due. */
  public record Held(int years, Judgement judgement) {}

  private final Facts facts;
  private final LocalDate today;

  private Checking(Facts facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
  }

  /** Checks hindcasts on the facts' figures, and what was held of targets that have come due. */
  public static BacktestResponse of(Facts facts, List<Held> held, LocalDate today) {
    return new Checking(facts, today).reply(held);
  }

  private BacktestResponse reply(List<Held> held) {
    Map<String, Judgement> outcomes = outcomes();
    List<Checked> checked =
        held.stream()
            .filter(one -> answers(one.judgement(), outcomes))
            .map(one -> checked(one, outcomes.get(one.judgement().getSubjectId())))
            .toList();
    BacktestResponse.Builder reply =
        BacktestResponse.newBuilder()
            .setHeld(part(checked))
            .setAsOf(today.toString())
            .setIndicators(facts.indicators().size())
            .setLeastYears(Hindcasts.LEAST_YEARS)
            .setTargetsDue((int) due().count())
            .setTargetsKnown(outcomes.size());
    return hindcast(reply).build();
  }

  private BacktestResponse.Builder hindcast(BacktestResponse.Builder reply) {
    List<Hindcasts> asked = new ArrayList<>();
    int tooShort = 0;
    int notAsked = 0;
    for (Indicator indicator : facts.indicators().values()) {
      Hindcasts hindcasts = hindcasts(indicator);
      if (!askable(indicator)) {
        notAsked++;
      } else if (!hindcasts.enough()) {
        tooShort++;
      } else {
        asked.add(hindcasts);
      }
    }
    int origins = mostOrigins(asked.size());
    List<Checked> checked =
        asked.parallelStream().flatMap(one -> one.checked(origins).stream()).toList();
    return reply
        .setHindcasts(part(checked))
        .setTooShort(tooShort)
        .setNotAsked(notAsked)
        .setMostOrigins(origins);
  }

  /** A larger plan is asked from fewer years, so that the work stays bounded. */
  static int mostOrigins(int indicators) {
    int most = MOST_QUESTIONS / Hindcasts.MOST_PER_ORIGIN / Math.max(1, indicators);
    return Math.clamp(most, 1, MOST_ORIGINS);
  }

  private static boolean askable(Indicator indicator) {
    return indicator.getFollowsIndicatorId().isEmpty() && Hindcasts.askable(measure(indicator));
  }

  private Hindcasts hindcasts(Indicator indicator) {
    return new Hindcasts(
        indicator.getIndicatorId(),
        measure(indicator),
        Direction.valueOf(Questions.plain(indicator.getDirection().name(), "DIRECTION_")),
        facts.observationsOf(indicator.getIndicatorId()).stream().map(Questions::figure).toList(),
        facts.rulebook());
  }

  private static Measure measure(Indicator indicator) {
    return Measure.valueOf(Questions.plain(indicator.getMeasure().name(), "MEASURE_"));
  }

  private java.util.stream.Stream<Target> due() {
    return facts.indicators().values().stream()
        .flatMap(indicator -> indicator.getTargetsList().stream())
        .filter(this::due);
  }

  private boolean due(Target target) {
    return !LocalDate.parse(target.getDue()).isAfter(today);
  }

  /** Once the figure of the due date is known, a judgement of today says 0 or 1. */
  private Map<String, Judgement> outcomes() {
    Judging judging = new Judging(facts, today);
    Map<String, Judgement> outcomes = new HashMap<>();
    for (Indicator indicator : facts.indicators().values()) {
      for (Target target : indicator.getTargetsList()) {
        if (due(target)) {
          Judgement now = judging.target(indicator.getIndicatorId(), target).judgement();
          double p = now.getOutlook().getPMeet();
          boolean known = now.getTarget().getValueDate().equals(target.getDue());
          if (known && now.hasOutlook() && (p == 0 || p == 1)) {
            outcomes.put(target.getTargetId(), now);
          }
        }
      }
    }
    return outcomes;
  }

  /** A judgement of another version of the target answered another question. */
  private static boolean answers(Judgement held, Map<String, Judgement> outcomes) {
    Judgement outcome = outcomes.get(held.getSubjectId());
    return outcome != null
        && held.hasOutlook()
        && terms(held.getTarget()).equals(terms(outcome.getTarget()));
  }

  private static TargetFigures terms(TargetFigures figures) {
    return TargetFigures.newBuilder()
        .setTargetValue(figures.getTargetValue())
        .setTargetValueMax(figures.getTargetValueMax())
        .setComparator(figures.getComparator())
        .setDirection(figures.getDirection())
        .setDue(figures.getDue())
        .build();
  }

  private static Checked checked(Held held, @Nullable Judgement outcome) {
    if (outcome == null) {
      throw new IllegalStateException("no outcome of " + held.judgement().getSubjectId());
    }
    double came = outcome.getOutlook().getAtDue().getP50();
    var said = held.judgement().getOutlook();
    return new Checked(
        held.judgement().getSubjectId(),
        held.years(),
        said.getPMeet(),
        outcome.getOutlook().getPMeet() == 1,
        came >= said.getAtDue().getP10() && came <= said.getAtDue().getP90(),
        within90(said, came),
        held.judgement().getSimulated() || outcome.getSimulated());
  }

  /** Null where an earlier engine kept no such interval. */
  private static @Nullable Boolean within90(TargetOutlook said, double came) {
    return said.hasTails()
        ? Boolean.valueOf(came >= said.getTails().getP05() && came <= said.getTails().getP95())
        : null;
  }

  private static BacktestPart part(List<Checked> checked) {
    BacktestPart.Builder part =
        BacktestPart.newBuilder()
            .setSeries((int) checked.stream().map(Checked::series).distinct().count())
            .setSimulatedQuestions((int) checked.stream().filter(Checked::simulated).count())
            .setLeastScored(Backtest.LEAST_SCORED)
            .setLeastDrawn(Backtest.LEAST_DRAWN);
    Backtest.byYears(checked).forEach((years, score) -> part.addScores(score(years, score)));
    return part.build();
  }

  private static io.waymark.proto.indicator.v1.BacktestScore score(int years, BacktestScore score) {
    var to =
        io.waymark.proto.indicator.v1.BacktestScore.newBuilder()
            .setYears(years)
            .setQuestions(score.questions());
    Answers.ifPresent(score.baseRate(), to::setBaseRate);
    Answers.ifPresent(score.brier(), to::setBrier);
    Answers.ifPresent(score.brierError(), to::setBrierError);
    Answers.ifPresent(score.reference(), to::setReferenceBrier);
    Answers.ifPresent(score.skill(), to::setSkill);
    Answers.ifPresent(score.interval80(), share -> to.setInterval80(share(share)));
    Answers.ifPresent(score.interval90(), share -> to.setInterval90(share(share)));
    score.points().forEach(point -> to.addPoints(point(point)));
    return to.build();
  }

  private static ReliabilityPoint point(BacktestScore.Point point) {
    ReliabilityPoint.Builder to =
        ReliabilityPoint.newBuilder()
            .setTenth(point.tenth())
            .setCount(point.count())
            .setSaid(point.said());
    Answers.ifPresent(point.was(), was -> to.setWas(share(was)));
    return to.build();
  }

  private static CheckedShare share(io.waymark.judging.CheckedShare share) {
    return CheckedShare.newBuilder()
        .setCount(share.count())
        .setHits(share.hits())
        .setShare(share.share())
        .setLow(share.low())
        .setHigh(share.high())
        .build();
  }
}
