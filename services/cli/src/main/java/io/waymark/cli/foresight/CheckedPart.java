package io.waymark.cli.foresight;

import io.waymark.judging.Backtest;
import io.waymark.judging.BacktestScore;
import io.waymark.judging.Checked;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.CheckedShare;
import io.waymark.proto.indicator.v1.ReliabilityPoint;
import java.util.List;
import java.util.Optional;

/** Scores as the contract tells them, so that a file's are shown like a plan's. */
public final class CheckedPart {
  private CheckedPart() {}

  /** Scores by horizon. */
  public static BacktestPart of(List<Checked> checked) {
    BacktestPart.Builder part =
        BacktestPart.newBuilder()
            .setSeries((int) checked.stream().map(Checked::series).distinct().count())
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
    Optional.ofNullable(score.baseRate()).ifPresent(to::setBaseRate);
    Optional.ofNullable(score.brier()).ifPresent(to::setBrier);
    Optional.ofNullable(score.brierError()).ifPresent(to::setBrierError);
    Optional.ofNullable(score.reference()).ifPresent(to::setReferenceBrier);
    Optional.ofNullable(score.skill()).ifPresent(to::setSkill);
    Optional.ofNullable(score.interval80()).ifPresent(share -> to.setInterval80(share(share)));
    Optional.ofNullable(score.interval90()).ifPresent(share -> to.setInterval90(share(share)));
    for (BacktestScore.Point point : score.points()) {
      ReliabilityPoint.Builder drawn =
          to.addPointsBuilder()
              .setTenth(point.tenth())
              .setCount(point.count())
              .setSaid(point.said());
      Optional.ofNullable(point.was()).ifPresent(was -> drawn.setWas(share(was)));
    }
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
